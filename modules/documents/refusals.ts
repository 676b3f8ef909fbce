import type { RefusalTable } from '../../kernel/errors/index.ts';

export const documentRefusals = {
  'document.incomplete': {
    status: 422,
    zh: '这份文书缺少必要内容或者内容超长，不能出具：{form}',
    en: 'This paper lacks something it must say, or says too much: {form}',
  },
  'document.notVerified': {
    status: 404,
    zh: '没有查到这份文书。请核对编号和验证码；仍查不到的，请向发文机构核实',
    en: 'No such paper. Check the number and the code; if it still cannot be found, ask the agency that issued it',
  },
  'document.destroyed': {
    status: 410,
    zh: '这份文书所在的案卷保管期满，已于 {day} 依程序销毁，内容不再保存',
    en: 'The file that this paper belonged to was destroyed on {day} after its term of keeping; its content is gone',
  },
  'document.numberTemplate': {
    status: 400,
    zh: '编号样式有误，须含年份、机构代字和序号',
    en: 'The number pattern must hold the year, the agency word and the serial',
  },
  'template.refused': {
    status: 422,
    zh: '这份样式不能用，请按下面列出的问题修改后重新提交',
    en: 'This form cannot be used; see what is wrong with it below',
  },
  'template.unreadable': {
    status: 422,
    zh: '不是可以读取的 Word 文档（.docx）',
    en: 'Not a Word file (.docx) that can be read',
  },
  'template.external': {
    status: 422,
    zh: '含有外部链接：{field}（{where}），请删除',
    en: 'It holds an external link: {field} ({where}); take it out',
  },
  'template.unknownField': {
    status: 422,
    zh: '没有这个字段：{field}，在{where}',
    en: 'No such field: {field}, in {where}',
  },
  'template.strayBrace': {
    status: 422,
    zh: '花括号没有成对，在{where}',
    en: 'A brace stands alone, in {where}',
  },
  'template.missingField': {
    status: 422,
    zh: '缺少必须有的字段：{field}',
    en: 'A field is missing that must be there: {field}',
  },
  'template.alreadyProposed': {
    status: 409,
    zh: '这种文书已有一份样式待批准，请先批准或者撤回',
    en: 'One is waiting to be approved for this form already; approve or withdraw it first',
  },
  'template.sameHand': {
    status: 403,
    zh: '提交人不能批准自己提交的样式',
    en: 'Whoever handed it in does not approve it',
  },
  'template.notYours': { status: 403, zh: '只有提交人可以撤回', en: 'Only who handed it in may withdraw it' },
  'template.fromTooEarly': {
    status: 400,
    zh: '启用日期不能早于今天，也不能早于现行样式的启用日期',
    en: 'The first day can be neither past nor before that of the edition in force',
  },
} as const satisfies RefusalTable;
