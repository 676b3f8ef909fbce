import { fault, ok, type Result } from '../../../kernel/errors/index.ts';
import { competentCentre, type Register } from '../../network/index.ts';
import type { ApplicationInput } from '../schema.ts';

export interface SettledRoute {
  readonly tenant: string;
  readonly citation: string;
  readonly ground: string;
}

/** 管辖: which centre an application goes to, out of what it says about the place (art. 38). */
export function settleRoute(
  register: Register,
  input: Pick<ApplicationInput, 'matter'>,
  receivedBy?: string,
): Result<SettledRoute, { pointer: string; code: string }> {
  const { matter } = input;
  const answer = competentCentre(register, {
    matterClass: matter.class,
    proceeding: matter.proceeding,
    ...(matter.organRegion === undefined ? {} : { organRegion: matter.organRegion }),
    occurrenceRegion: matter.occurrenceRegion,
    ...(receivedBy === undefined ? {} : { receivedBy }),
  });
  if (answer.ok)
    return ok({ tenant: answer.value.tenant, citation: answer.value.citation, ground: answer.value.ground });
  if (answer.fault.code === 'placeMissing') return fault({ pointer: '/matter/organRegion', code: 'input.required' });
  const pointer = answer.fault.region === matter.organRegion ? '/matter/organRegion' : '/matter/occurrenceRegion';
  return fault({ pointer, code: 'application.regionUnknown' });
}
