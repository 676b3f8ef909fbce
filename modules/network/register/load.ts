import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fromRoot } from '../../../kernel/paths.ts';
import { Region } from '../schema.ts';
import { makeRegister, type Register } from './register.ts';

const Source = z.strictObject({ source: z.string().min(1), asOf: z.iso.date(), licence: z.string().min(1) });

/** The register that ships with the product: Yunnan, Baoshan, 5 counties, 76 townships, 957 villages. */
export const baoshanRegisterFile: string = fromRoot('modules/network/register/regions-5305.tsv');

/** Read and check a register file. @throws an error that names the file and line of the first fault */
export function loadRegister(file: string = baoshanRegisterFile): Register {
  return parseRegister(readFileSync(file, 'utf8'), file);
}

/** A register from its text; see `printRegister` for the form. */
export function parseRegister(text: string, name = 'register'): Register {
  const source: Record<string, string> = {};
  const regions: Region[] = [];
  const fail = (line: number, message: string): never => {
    throw new Error(`${name}:${line}: ${message}`);
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('code\t')) continue;
    if (line.startsWith('# ')) {
      const [key = '', value = ''] = line.slice(2).split('\t');
      source[key] = value;
      continue;
    }
    const [code, unit, level, parent, pinyin, validFrom, validTo, ...rest] = line.split('\t');
    if (rest.length > 0 || validTo === undefined) fail(index + 1, 'seven columns expected');
    const parsed = Region.safeParse({
      code,
      name: unit,
      level,
      parent: parent || null,
      pinyin,
      validFrom: validFrom || null,
      validTo: validTo || null,
    });
    if (!parsed.success) fail(index + 1, z.prettifyError(parsed.error));
    else regions.push(parsed.data);
  }
  const head = Source.safeParse(source);
  if (!head.success) return fail(1, z.prettifyError(head.error));
  try {
    return makeRegister(regions, head.data);
  } catch (error) {
    return fail(0, (error as Error).message);
  }
}
