import type { MatterClass } from '../schema.ts';

/* 文书编号: （2026）保法援民指字第000123号. Composition of the centre's own numbers; the pattern is house style and configurable. */

/** Slots: `{year}` `{agency}` `{class}` `{step}` `{serial}` or `{serial:N}` (at least N digits, zero-padded). */
export const defaultNumberTemplate = '（{year}）{agency}法援{class}{step}字第{serial:6}号';

/** The word of the matter's class inside a number. */
export const classWord = {
  civil: '民',
  administrative: '行',
  criminal: '刑',
  stateCompensation: '赔',
  nonLitigation: '非',
} as const satisfies Record<MatterClass, string>;

export interface NumberParts {
  /** Four digits: the year in Asia/Shanghai on the day of issue. */
  readonly year: number;
  /** 机构简称: 保, 保隆, 保施 … */
  readonly agency: string;
  /** 民, 行, 刑 …; empty where a series has no class. */
  readonly class: string;
  /** 申, 指, 终 …; empty for the case itself. */
  readonly step: string;
  /** 1, 2, 3 … without gaps within agency, class, step and year. */
  readonly serial: number;
}

const slotPattern = /\{(year|agency|class|step|serial)(?::(\d{1,2}))?\}/g;

/** What is wrong with a template, or nothing. A template must tell years and serials apart, else numbers would repeat. */
export function numberTemplateFault(
  template: string,
): 'yearMissing' | 'agencyMissing' | 'serialMissing' | 'unknownSlot' | undefined {
  const slots = [...template.matchAll(slotPattern)].map((match) => match[1]);
  if (/[{}]/.test(template.replace(slotPattern, ''))) return 'unknownSlot';
  if (!slots.includes('year')) return 'yearMissing';
  if (!slots.includes('agency')) return 'agencyMissing';
  if (!slots.includes('serial')) return 'serialMissing';
  return undefined;
}

/**
 * The printed number. Errors: a RangeError for a template with a fault, a serial below 1 or a year not of four digits:
 * all three are faults of configuration, never of a person's input.
 */
export function formatDocumentNumber(template: string, parts: NumberParts): string {
  const templateFault = numberTemplateFault(template);
  if (templateFault) throw new RangeError(`document number template: ${templateFault}`);
  if (!Number.isInteger(parts.serial) || parts.serial < 1) throw new RangeError(`serial ${parts.serial}`);
  if (!Number.isInteger(parts.year) || parts.year < 1000 || parts.year > 9999)
    throw new RangeError(`year ${parts.year}`);
  return template.replace(slotPattern, (_, name: keyof NumberParts, width: string | undefined) =>
    name === 'serial' ? String(parts.serial).padStart(Number(width ?? 1), '0') : String(parts[name]),
  );
}
