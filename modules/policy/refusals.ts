import type { FieldFault, RefusalTable } from '../../kernel/errors/index.ts';
import type { PolicyFault } from './schema.ts';

/** Everything that can be wrong with facts; the words come with the fault, in both languages. */
export const factsFaults = [
  'missing',
  'unknownField',
  'wrongType',
  'unknownValue',
  'tooSmall',
  'tooBig',
  'notADay',
  'wrongFormat',
  'invalid',
  'beforeTheLaw',
  'noLimit',
  'noRegionCode',
  'birthAfterReceipt',
  'ageImplausible',
  'causeMissing',
  'criminalPartMissing',
  'criminalPartUnexpected',
] as const;

/** What can be wrong with a change of a figure beside its shape. */
const changeFaults = [
  'belowItsStart',
  'contradiction',
  'crossesNextFigure',
  'endsBeforeItStarts',
  'leavesAHole',
  'notThisKind',
  'nothingChanged',
  'outsideItsFigure',
  'sameFigureTwice',
  'unknownFigure',
] as const;

const told = (codes: readonly string[], zh: string, en: string): RefusalTable =>
  Object.fromEntries(codes.map((code) => [`policy.${code}`, { status: 400, zh, en }]));

export const policyRefusals = {
  ...told(factsFaults, '所填事实：{zh}', 'Facts: {en}'),
  ...told(changeFaults, '填写有误：{zh}', 'Not valid: {en}'),
  'policy.dayHasPassed': {
    status: 400,
    zh: '生效日期（{day}）已经过去。今后的变更请从今天或以后的日期起；确是更正已生效的数字，请选“更正”并写明理由',
    en: 'The first day ({day}) has passed. Begin today or later; to put right a figure already in force, mark it a correction and say why',
  },
  'policy.correctionNeedsReason': {
    status: 400,
    zh: '更正会追溯，请写明理由',
    en: 'A correction reaches back: say why',
  },
  'policy.sameAsNow': {
    status: 400,
    zh: '与现行数字相同，没有变更',
    en: 'The same as what stands already: nothing would change',
  },
  'policy.alreadyProposed': {
    status: 409,
    zh: '同一个数字、同一天的变更已经有人提出，正在等待批准',
    en: 'A change of this figure from this day is already waiting for approval',
  },
  'policy.sameHand': {
    status: 409,
    zh: '不能批准自己提出的变更，请由另一人批准',
    en: 'Nobody approves their own proposal; another person must',
  },
  'policy.notYours': {
    status: 409,
    zh: '只有提出人可以撤回',
    en: 'Only who proposed it may withdraw it',
  },
  'policy.noLongerFits': {
    status: 409,
    zh: '提出之后情况已变，不能批准：{zh}',
    en: 'Things have changed since it was proposed, so it cannot be approved: {en}',
  },
  'policy.noSuchPack': { status: 404, zh: '没有这个规则包', en: 'No such rule pack' },
} as const satisfies RefusalTable;

/** Faults of the law's own check, as an interface tells them. */
export function fieldFaults(faults: readonly PolicyFault[]): readonly FieldFault[] {
  return faults.map(({ pointer, code, text }) => ({
    pointer,
    code: `policy.${code}`,
    details: { zh: text.zh, en: text.en },
  }));
}
