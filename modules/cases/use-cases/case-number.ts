import type { Tx } from '../../../kernel/use-case/index.ts';
import { formatDocumentNumber, nextSerial, numberStyleOf } from '../../documents/index.ts';
import { type MatterClass, matterClasses } from '../../policy/index.ts';

/** The word of the class inside a case's number (案件字号). */
const classWords: Readonly<Record<MatterClass, string>> = {
  civil: '民',
  administrative: '行',
  criminal: '刑',
  stateCompensation: '赔',
};

/** The next number of the case itself, gapless within centre, class and year: （2026）保法援民字第000123号. */
export async function takeCaseNumber(tx: Tx, tenant: string, matterClass: MatterClass): Promise<string> {
  const { agencyWord, template } = await numberStyleOf(tx, tenant);
  const year = Number(tx.today.slice(0, 4));
  const series = { tenant, agencyWord, classWord: classWords[matterClass], step: '', year };
  const serial = await nextSerial(tx, series);
  return formatDocumentNumber(template, { year, agency: agencyWord, class: series.classWord, step: '', serial });
}

/** The numbers that somebody may mean who says "case 123": of every class, this year and last. */
export async function numbersWithSerial(tx: Tx, tenant: string, serial: number): Promise<readonly string[]> {
  const { agencyWord, template } = await numberStyleOf(tx, tenant);
  const thisYear = Number(tx.today.slice(0, 4));
  return [thisYear, thisYear - 1].flatMap((year) =>
    matterClasses.map((c) =>
      formatDocumentNumber(template, { year, agency: agencyWord, class: classWords[c], step: '', serial }),
    ),
  );
}
