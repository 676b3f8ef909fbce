import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Facts } from '../../policy/index.ts';
import type { ApplicationInput } from '../schema.ts';

/** Whether a birth date is known: from the identity document, or given. */
export type KnownBirth = LocalDate | undefined;

/**
 * The facts that the law turns on, out of what was filled in.
 * @param birthDate taken from the identity number where there is one, else as given
 */
export function factsOf(
  input: Pick<ApplicationInput, 'matter' | 'residence' | 'groups' | 'noFixedLivelihood' | 'impairments' | 'household'>,
  receivedOn: LocalDate,
  tenant: string,
  birthDate: LocalDate,
): Facts {
  const { matter } = input;
  return {
    receivedOn,
    region: tenant,
    matter: {
      class: matter.class,
      ...defined({
        cause: matter.cause,
        limitationExpiresOn: matter.limitationExpiresOn,
        needsPreservation: matter.needsPreservation,
        criminal: matter.criminal && definedOf(matter.criminal),
      }),
    },
    applicant: {
      birthDate,
      residence: input.residence,
      groups: [...input.groups],
      ...defined({ noFixedLivelihood: input.noFixedLivelihood, impairments: input.impairments }),
    },
    ...(input.household === undefined ? {} : { household: definedOf(input.household) }),
  } as Facts;
}

function defined<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as Partial<T>;
}

function definedOf<T extends object>(value: T): T {
  return defined(value as Record<string, unknown>) as T;
}
