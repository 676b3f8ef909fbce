import type { LocalDate } from '../../kernel/time/index.ts';
import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import { caseForSatisfaction } from '../cases/index.ts';
import { issueDocument } from '../documents/index.ts';
import { bureauOf, centreOf } from '../network/index.ts';
import { type ItemRow, loadPlan } from './assessment-store.ts';
import { type ResultRow, reviewsOfItem } from './review-store.ts';
import { openReviewWords } from './sealed.ts';
import { sheetByKey } from './sheets/index.ts';

/** 评估结果告知书, frozen as it is told; null for a case without a handler, whom nobody is to tell. */
export async function issueResultPaper(
  tx: Tx,
  actor: Actor,
  item: ItemRow,
  result: ResultRow,
  askBy: LocalDate | null,
): Promise<string | null> {
  const centre = await centreOf(tx, item.tenant);
  if (centre === undefined || item.sheet === null || item.handlerName === null) return null;
  const bureau = await bureauOf(tx, item.tenant);
  const sheet = sheetByKey(item.sheet);
  const plan = await loadPlan(tx, { tenant: item.tenant, planId: item.planId });
  const { demonstration } = await caseForSatisfaction(tx, item.tenant, item.caseId);
  const reviews = (await reviewsOfItem(tx, item)).filter(
    ({ state, round }) => state === 'handedIn' && round === result.round,
  );
  const paper = await issueDocument(tx, actor, {
    tenant: item.tenant,
    agencyId: centre.id,
    matterId: item.matterId,
    subject: 'case',
    subjectId: item.caseId,
    formKey: 'assessmentResult',
    head: {
      matterNumber: item.caseNumber,
      agency: {
        name: centre.name,
        bureau: bureau?.name ?? centre.name,
        ...(centre.address === null ? {} : { address: centre.address }),
        ...(centre.phone === null ? {} : { phone: centre.phone }),
      },
      demonstration,
    },
    body: {
      unit: item.handlerUnit ?? centre.name,
      handlerName: item.handlerName,
      caseNumber: item.caseNumber,
      planTitle: plan.title,
      sheetName: sheet.name.zh,
      again: result.round > 1,
      reviewers: reviews.length,
      points: (result.tenths / 10).toFixed(1),
      grade: result.grade,
      vetoes: sheet.vetoes.flatMap(({ key, name }) => (result.vetoes.includes(key) ? [name.zh] : [])),
      opinions: reviews.flatMap((review) => openReviewWords(tx, review).opinion || []),
      ...(askBy === null ? {} : { askBy }),
    },
  });
  return paper.documentId;
}
