import { chineseDate, onAuthorityOf, ordinal, withoutStop } from '../../forms/wording.ts';
import { type Letter, mark, may, must, paragraphOf, reason, reasonLines, reasonWords } from './spec.ts';

/* The bureau's papers on a complaint. */

interface About {
  readonly complainantName: string;
  readonly complaintNumber: string;
  readonly receivedOn: string;
  readonly against: string;
}
const about = {
  投诉人: must('投诉人姓名，匿名的为“匿名投诉人”', 'Who complained', (b: About) => b.complainantName),
  投诉编号: must('投诉编号', 'The number of the complaint', (b: About) => b.complaintNumber),
  收到日期: must('收到投诉的日期', 'The day of receipt', (b: About) => chineseDate(b.receivedOn) ?? ''),
  被投诉人: must('被投诉的机构、单位或者人员', 'About whom', (b: About) => b.against),
};
const aboutStart = (day: (placeholder: string) => string): About => ({
  complainantName: '{投诉人}',
  complaintNumber: '{投诉编号}',
  receivedOn: day('{收到日期}'),
  against: '{被投诉人}',
});

const remedy = ['您对本决定不服的'] as const;

export const complaintSupplementNotice: Letter<'complaintSupplementNotice'> = {
  fields: {
    ...about,
    补充内容: must('需要补充的内容，每项一行', 'What is missing, one a line', (b) =>
      b.missing
        .map((text, i) => `（${ordinal(i)}）${withoutStop(text)}${i < b.missing.length - 1 ? '；' : '。'}`)
        .join('\n'),
    ),
    补充期限: must('补充的最后一日', 'The last day for it', (b) => chineseDate(b.dueOn) ?? ''),
  },
  start: (day) => ({ ...aboutStart(day), missing: [mark], dueOn: day('{补充期限}') }),
  words: [[`（一）${mark}。`, '{补充内容}']],
};

export const complaintAcceptance: Letter<'complaintAcceptance'> = {
  fields: {
    ...about,
    办结期限: must('办结的最后一日', 'The day by which it is settled', (b) => chineseDate(b.decideBy.on) ?? ''),
    期限依据: must('办结期限的依据', 'Where that limit comes from', (b) => b.decideBy.citation),
  },
  start: (day) => ({ ...aboutStart(day), decideBy: { on: day('{办结期限}'), citation: '{期限依据}' } }),
};

export const complaintNonAcceptance: Letter<'complaintNonAcceptance'> = {
  fields: {
    ...about,
    理由: must(
      '不予受理的理由和依据',
      'Why it is not taken up, and by which rule',
      (b) => `${withoutStop(b.reason)}${b.citation ? onAuthorityOf(b.citation) : ''}`,
    ),
    救济途径: must(
      '复议和诉讼的整段文字',
      'What can be done about it, as a paragraph',
      paragraphOf('complaintNonAcceptance', remedy),
    ),
  },
  start: (day) => ({ ...aboutStart(day), reason: '{理由}' }),
  whole: { 救济途径: remedy },
};

export const complaintReply: Letter<'complaintReply'> = {
  fields: {
    ...about,
    处理决定日期: must('作出处理决定的日期', 'The day it was decided', (b) => chineseDate(b.decidedOn) ?? ''),
    理由: must('查明的事实和依据，每条一行', 'What was found, with articles, one a line', (b) =>
      reasonLines(b.reasons),
    ),
    结论: must('投诉是否成立的整句', 'Whether it is upheld, as a sentence', paragraphOf('complaintReply', ['综上，'])),
    措施: may(
      '“本机关已决定：……”整句，没有时为空',
      'What is done, as a sentence',
      paragraphOf('complaintReply', ['本机关已决定：']),
    ),
    补充说明: may('补充说明，没有时为空', 'A note', (b) => b.measureNote ?? ''),
    救济途径: must(
      '复议和诉讼的整段文字',
      'What can be done about it, as a paragraph',
      paragraphOf('complaintReply', remedy),
    ),
  },
  start: (day) => ({
    ...aboutStart(day),
    decidedOn: day('{处理决定日期}'),
    outcome: 'noBreach',
    reasons: [reason],
    measures: ['critique'],
    measureNote: '{补充说明}',
  }),
  words: [reasonWords],
  whole: { 结论: ['综上，'], 措施: ['本机关已决定：'], 救济途径: remedy },
};
