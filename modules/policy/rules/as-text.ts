import { outcomeLabels, routeLabels, stepLabels } from '../labels.ts';
import type { Assessment, Deadline, LimitUnit } from '../schema.ts';

/** An assessment to read on a terminal, in Chinese with the outcome in both languages. */
export function assessmentAsText(assessment: Assessment): string {
  const outcome = outcomeLabels[assessment.outcome];
  const route = assessment.route === null ? '' : `（${routeLabels[assessment.route].zh}）`;
  const lines = [`${outcome.zh}${route} · ${outcome.en}`];
  lines.push(`  适用：${[assessment.ruleSet, ...assessment.layers].join('、')}`);
  for (const reason of assessment.reasons) {
    lines.push(`  ${reason.met ? '✓' : '✗'} ${reason.text.zh} ${reason.citation}`);
  }
  if (assessment.provisionalAid.available) lines.push('  可以先行提供法律援助');
  if (assessment.missing !== undefined) lines.push(`  还需要：${assessment.missing.join('、')}`);
  for (const { step, due, citation } of assessment.deadlines) {
    lines.push(`  ${stepLabels[step].zh}：不晚于 ${due} ${citation}`);
  }
  return lines.join('\n');
}

const unitWords: Readonly<Record<LimitUnit, string>> = { hour: '小时', day: '日', workday: '个工作日' };

/** A limit to read on a terminal. */
export function deadlineAsText(limit: Deadline): string {
  const back = limit.counted === 'before' ? '之前' : '';
  const rolled = limit.rolledFrom === undefined ? '' : `（由 ${limit.rolledFrom} 顺延）`;
  const lines = [
    `${stepLabels[limit.step].zh}：${limit.due}${rolled}`,
    `  自 ${limit.from} 起${back} ${limit.amount} ${unitWords[limit.unit]} ${limit.citation}（${limit.ruleSet}）`,
  ];
  if (limit.verified === false) lines.push('  条文待核实');
  if (limit.calendarKnown === false) lines.push('  超出已录入的节假日安排，按周一至周五为工作日推算');
  return lines.join('\n');
}
