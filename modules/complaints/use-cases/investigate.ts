import type { z } from 'zod';
import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type {
  entrustInput,
  investigateInput,
  reportFindingsInput,
  sendBackInput,
  takeReturnInput,
  tellFederationInput,
} from '../schema.ts';
import { openFindings, sealFindings } from '../sealed.ts';
import { loadForMove, type MovedComplaint, moveComplaint, refuseDay } from './move.ts';

/** 开始调查: whoever begins is the one who looks into it; nobody complained of may. */
export async function investigateComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof investigateInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'investigate');
  const moved = await moveComplaint(tx, row, 'investigate', {
    investigatorId: actor.id,
    investigatorName: actor.name,
  });
  return { version: moved.version };
}

/** 提交调查报告: by the one who looked into it. */
export async function reportFindings(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof reportFindingsInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'reportFindings');
  if (row.investigatorId !== actor.id) throw new Refusal('complaint.notInvestigator');
  const findings = { ...openFindings(tx, row), findings: input.findings };
  const moved = await moveComplaint(tx, row, 'reportFindings', { findingsSealed: sealFindings(tx, row, findings) });
  return { version: moved.version };
}

/** 退回补充调查: by somebody else than the one who looked into it. */
export async function sendBackComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof sendBackInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'sendBack');
  if (row.investigatorId === actor.id) throw new Refusal('complaint.sameHand');
  const found = openFindings(tx, row);
  const sentBack = [...found.sentBack, { on: tx.today, reason: input.reason }];
  const moved = await moveComplaint(tx, row, 'sendBack', {
    findingsSealed: sealFindings(tx, row, { ...found, sentBack }),
  });
  return { version: moved.version };
}

/** 委托下级: a lower organ looks into it until a day that the bureau names; the bureau's own days run on. */
export async function entrustComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof entrustInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'entrust');
  const { dueOn } = input;
  if (dueOn <= tx.today) refuseDay('/dueOn', 'complaint.past');
  tx.startDeadline({
    tenant: row.tenant,
    matterId: row.id,
    subject: 'complaint',
    subjectId: row.id,
    step: 'returnComplaint',
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation: '委托期限（本机关指定，非法定期限）',
    ruleSet: row.ruleSet,
    promise: true,
  });
  const findings = { ...openFindings(tx, row), entrusting: input.question };
  const moved = await moveComplaint(
    tx,
    row,
    'entrust',
    {
      entrustedTo: input.toName,
      entrustedUntil: dueOn,
      findingsSealed: sealFindings(tx, row, findings),
    },
    { dueOn },
  );
  return { version: moved.version };
}

/** 收到下级报告: the bureau goes on with it. */
export async function takeReturn(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof takeReturnInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'takeReturn');
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.id, step: 'returnComplaint' });
  const found = openFindings(tx, row);
  const returned = [...found.returned, { on: tx.today, report: input.report }];
  const moved = await moveComplaint(tx, row, 'takeReturn', {
    findingsSealed: sealFindings(tx, row, { ...found, returned }),
  });
  return { version: moved.version };
}

/** 告知群团组织: the trade union, the youth league, the women's or the disabled persons' federation. Without the complainant's name. */
export async function tellFederation(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof tellFederationInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'tellFederation');
  const found = openFindings(tx, row);
  const told = [...found.told, { on: tx.today, words: input.words }];
  const moved = await moveComplaint(
    tx,
    row,
    'tellFederation',
    {
      toldFederations: [...new Set([...row.toldFederations, ...input.federations])],
      findingsSealed: sealFindings(tx, row, { ...found, told }),
    },
    { federations: input.federations },
  );
  return { version: moved.version };
}
