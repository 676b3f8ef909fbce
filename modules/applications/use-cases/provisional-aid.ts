import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { openCase } from '../../cases/index.ts';
import { pauseClock } from '../../policy/index.ts';
import { aidFormOf, caseOf } from '../case-of.ts';
import { notifyApplicant } from '../notices.ts';
import { paperFor } from '../papers.ts';
import { checkProvisional } from '../rules/provisional.ts';
import type { ProvideProvisionally } from '../schema.ts';
import { openFacts } from '../sealed.ts';
import { countApplication } from '../statistics.ts';
import { insertProvisional, materialsOf, partiesOf } from '../store.ts';
import { loadForMove, moveApplication } from './move.ts';

const citation = '《法律援助法》第四十四条第二款';

export interface Provided {
  readonly version: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly completeBy: LocalDate;
}

/**
 * 先行提供: a period is about to end, or something must be preserved now; the case opens and is designated at once, the
 * papers follow within the centre's limit (art. 44). The days to decide stand still until they come.
 */
export async function provideProvisionally(tx: Tx, actor: Actor, input: ProvideProvisionally): Promise<Provided> {
  const row = await loadForMove(tx, actor, input, 'provideProvisionally');
  const checked = checkProvisional(input, row.assessment, openFacts(tx, row), tx.today);
  if (!checked.ok) throw new Refusal('input.invalid', {}, [checked.fault]);
  const { tenant, id } = row;
  const completeBy = addDays(tx.today, input.days);
  if (row.state === 'SUBMITTED')
    await paperFor(tx, actor, row, 'materialsReceipt', { materials: await materialsOf(tx, tenant, id) });
  const paper = await paperFor(tx, actor, row, 'provisionalAidDecision', {
    ...input,
    periodExpiresOn: checked.value,
    completeBy,
    aidForm: aidFormOf(row),
  });
  await insertProvisional(tx, {
    tenant,
    applicationId: id,
    ground: input.ground,
    note: input.note,
    periodExpiresOn: checked.value,
    decidedBy: actor.id,
    decidedOn: tx.today,
    completeBy,
    toComplete: JSON.stringify(input.toComplete),
    completedAt: null,
    completedBy: null,
    endedOn: null,
    outcome: null,
  });
  await pauseClock(tx, { tenant, subjectId: id, step: 'decide' }, tx.today);
  tx.startDeadline({
    tenant,
    matterId: row.matterId,
    subject: 'application',
    subjectId: id,
    step: 'provisionalPapers',
    startedOn: tx.today,
    dueOn: completeBy,
    dueAt: instantOf(addDays(completeBy, 1)),
    warnOn: addDays(completeBy, -tx.warningDays),
    citation,
    ruleSet: row.ruleSet,
  });
  const opened = await openCase(tx, actor, caseOf(tx, row, await partiesOf(tx, tenant, id)));
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'provideProvisionally',
    {
      provisionalOn: tx.today,
      acknowledgedAt: row.acknowledgedAt ?? tx.at,
      caseId: opened.caseId,
      dueOn: completeBy,
      dueStep: 'provisionalPapers',
      dueCitation: citation,
    },
    { ground: input.ground, dueOn: completeBy, documentId: paper.documentId, caseId: opened.caseId },
  );
  countApplication(tx, 'applications.provisional', { ...row, day: tx.today });
  notifyApplicant(tx, moved, 'provisional', { dueOn: completeBy });
  return {
    version: moved.version,
    documentId: paper.documentId,
    documentNumber: paper.number,
    caseId: opened.caseId,
    caseNumber: opened.number,
    completeBy,
  };
}
