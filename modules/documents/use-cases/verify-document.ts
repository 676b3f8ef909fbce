import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { citizenActor, type Runner, runQuery } from '../../../kernel/use-case/index.ts';
import { readVerificationCode } from '../rules/verification-code.ts';
import { documentByCode } from '../store.ts';
import { titleOf } from './read-documents.ts';

/** What anybody may know of a paper whose number and code they hold. No person is named. */
export interface VerifiedDocument {
  readonly title: { readonly zh: string; readonly en: string };
  readonly number: string;
  readonly agency: string;
  readonly issuedOn: LocalDate;
  readonly demonstration: boolean;
}

/**
 * Check a paper (文书核验): number and code together must be those of one issued paper.
 * @throws Refusal `document.notVerified`, the same for a wrong number, a wrong code and no such paper
 */
export async function verifyDocument(
  runner: Runner,
  input: { readonly number: string; readonly code: string },
): Promise<VerifiedDocument> {
  const read = readVerificationCode(input.code);
  if (read === undefined) throw new Refusal('document.notVerified');
  // The code says which centre issued the paper: only that tenant is looked at.
  const row = await runQuery(runner, citizenActor(read.tenant), (tx) => documentByCode(tx, read.tenant, read.code));
  const number = row && (row.number ?? row.head.matterNumber);
  if (row === undefined || number === undefined || plain(number) !== plain(input.number)) {
    throw new Refusal('document.notVerified');
  }
  return {
    title: titleOf(row.formKey),
    number,
    agency: row.head.agency.name,
    issuedOn: row.head.issuedOn,
    demonstration: row.demonstration,
  };
}

/** Brackets of either width, spaces and leading zeros of the serial make no difference to which number is meant. */
function plain(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔〕［］[\]]/g, (bracket) => ('〔［['.includes(bracket) ? '(' : ')'))
    .replace(/(?<!\d)0+(?=\d)/g, '');
}
