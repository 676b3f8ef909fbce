import type { z } from 'zod';
import type { Bilingual } from '../../../kernel/i18n/index.ts';
import type { LocaleKey } from '../locales/locale.ts';

/** One thing a person can choose. Fixed options are named by locale keys; options read from registers bring their own words. */
export type Option = {
  readonly value: string;
  readonly label: LocaleKey | Bilingual;
  readonly hint?: LocaleKey | Bilingual;
};

/** Options that depend on a register or on earlier answers; resolved by `optionsOf` in options.ts. */
export type OptionSource = 'bureaus' | 'causes' | 'counties' | 'organCounties' | 'townships' | 'villages';

/** One field of a question page: how it is asked, and the schema that turns what was typed into a value. */
export type Field<T = unknown> = {
  readonly kind: 'text' | 'textarea' | 'radio' | 'checkbox' | 'date' | 'select' | 'money';
  readonly label: LocaleKey;
  readonly hint?: LocaleKey;
  readonly schema: z.ZodType<T, unknown>;
  readonly options?: readonly Option[] | OptionSource;
  /** Value of the checkbox that excludes the others ("none of these"). */
  readonly none?: string;
  readonly optional?: boolean;
  /** Longest answer, in UTF-16 units as browsers count them. */
  readonly max?: number;
  readonly rows?: number;
  readonly width?: 'w2' | 'w4' | 'w8' | 'w11' | 'w18';
  readonly twoColumns?: boolean;
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'text';
  readonly autoComplete?: string;
  readonly spellCheck?: false;
};

/** Lets the value's type be drawn from the schema. */
export const field = <T>(definition: Field<T>): Field<T> => definition;

export type ValuesOf<F extends Record<string, Field>> = {
  readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};

/** Options whose labels follow the naming `o.<group>.<value>`; a value without its words does not compile. */
export function options<const G extends string, const V extends string>(
  group: G,
  values: readonly V[] & (`o.${G}.${V}` extends LocaleKey ? unknown : never),
): readonly Option[] {
  return values.map((value) => ({ value, label: `o.${group}.${value}` as LocaleKey }));
}
