import type { Figure, FigureChange, ListOf } from '../../api/what-if.ts';

/** One figure chosen for the trial, with what has been typed so far. */
export interface Chosen {
  readonly figure: Figure;
  /** For a standard: the place it is tried for, which may lie below the place of the row. */
  readonly region?: string;
  /** Typed values by field; NaN while what stands there is no number. */
  readonly values: Readonly<Record<string, number | undefined>>;
}

/** Which figure: the same text for the same figure, also in an address. */
export function nameOf(figure: Figure): string {
  switch (figure.figure) {
    case 'standard':
      return `standard:${figure.region}:${figure.residence}`;
    case 'addition':
    case 'deduction':
      return `${figure.figure}:${figure.tariff}:${figure.key}`;
    default:
      return `${figure.figure}:${figure.key}`;
  }
}

/** The fields of a figure and the values that stand now: times, fen, units, thousandths. */
export function presentValues(figure: Figure): Readonly<Record<string, number>> {
  switch (figure.figure) {
    case 'multiplier':
      return { times: figure.fraction[0] / figure.fraction[1] };
    case 'standard':
      return { perCapitaAnnual: figure.perCapitaAnnual };
    case 'band':
      return { min: figure.min, max: figure.max };
    default: {
      const { each, unitsUpTo, actualUpTo, shareUpTo } = figure;
      const limits = { each, unitsUpTo, actualUpTo, shareUpTo };
      return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) as Record<
        string,
        number
      >;
    }
  }
}

/** What was typed, over what stands. */
export function triedValue({ figure, values }: Chosen, field: string): number | undefined {
  return field in values ? values[field] : presentValues(figure)[field];
}

/** True when every field holds a number. */
export function isComplete(chosen: Chosen): boolean {
  return Object.keys(presentValues(chosen.figure)).every((field) => {
    const value = triedValue(chosen, field);
    return value !== undefined && !Number.isNaN(value) && value >= 0 && (field !== 'times' || value > 0);
  });
}

/** True when something is typed that differs from what stands. */
export function differs(chosen: Chosen): boolean {
  const { figure } = chosen;
  if (figure.figure === 'standard' && chosen.region !== undefined && chosen.region !== figure.region) return true;
  return Object.entries(presentValues(figure)).some(([field, now]) => triedValue(chosen, field) !== now);
}

/** The change that the server is asked to try. */
export function changeOf(chosen: Chosen): FigureChange {
  const { figure } = chosen;
  const value = (field: string): number => triedValue(chosen, field) ?? 0;
  switch (figure.figure) {
    case 'multiplier':
      return { figure: 'multiplier', key: figure.key, value: { fraction: fractionOf(value('times')) } };
    case 'standard':
      return {
        figure: 'standard',
        region: chosen.region ?? figure.region,
        residence: figure.residence,
        value: { basis: figure.basis, perCapitaAnnual: value('perCapitaAnnual') },
      };
    case 'band':
      return { figure: 'band', key: figure.key, value: { min: value('min'), max: value('max') } };
    default:
      return {
        figure: figure.figure,
        tariff: figure.tariff,
        key: figure.key,
        value: Object.fromEntries(Object.keys(presentValues(figure)).map((field) => [field, value(field)])),
      };
  }
}

/** `2.5` as `[5, 2]`: hundredths, in lowest terms, so that nothing is rounded later. */
export function fractionOf(times: number): readonly [number, number] {
  const hundredths = Math.round(times * 100);
  const common = greatestCommon(hundredths, 100);
  return [hundredths / common, 100 / common];
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b);
}

/** A trial as it stands in an address, one figure after another: `multiplier:means-baoshan.urban~times=2.5`. */
export function toAddress(chosen: readonly Chosen[]): string {
  return chosen
    .map(({ figure, region, values }) =>
      [
        region === undefined ? nameOf(figure) : `${nameOf(figure)}@${region}`,
        ...Object.entries(values).map(([field, value]) => `${field}=${value}`),
      ].join('~'),
    )
    .join(';');
}

/** A trial out of an address; what is no figure of the day any more is left out. */
export function fromAddress(text: string | undefined, figures: readonly Figure[]): readonly Chosen[] {
  return (text ?? '').split(';').flatMap((one) => {
    const [head = '', ...typed] = one.split('~');
    const [name, region] = head.split('@');
    const figure = figures.find((candidate) => nameOf(candidate) === name);
    if (figure === undefined) return [];
    const known = presentValues(figure);
    const values = Object.fromEntries(
      typed
        .map((pair) => pair.split('='))
        .map(([field = '', value = '']) => [field, Number(value)] as const)
        .filter(([field, value]) => field in known && Number.isFinite(value)),
    );
    return [{ figure, values, ...(region !== undefined && /^\d{2,9}$/.test(region) ? { region } : {}) }];
  });
}

const listFields = ['direction', 'before', 'after', 'group', 'tenant', 'cause'] as const;

/** Which list is open, in an address: `direction:gains;group:woman`. */
export function listToAddress(of: ListOf): string {
  return listFields.flatMap((field) => (of[field] === undefined ? [] : [`${field}:${of[field]}`])).join(';');
}

/** What the address says, as it says it: a value that nobody knows is refused by the server at its field. */
export function listFromAddress(text: string | undefined): ListOf | undefined {
  if (text === undefined) return undefined;
  const told = text.split(';').map((pair) => pair.split(':'));
  return Object.fromEntries(
    listFields.flatMap((field) => {
      const value = told.find(([name]) => name === field)?.[1];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  ) as ListOf;
}
