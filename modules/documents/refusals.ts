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
  'document.notServed': {
    status: 409,
    zh: '这份文书不在这里登记送达：它没有文书编号，或者随它自己的步骤送达',
    en: 'This paper is not served here: it has no number, or a step of its own serves it',
  },
  'document.servedInFuture': {
    status: 400,
    zh: '送达日期不能晚于今天',
    en: 'The day of service may not lie in the future',
  },
  'document.servedBeforeIssue': {
    status: 400,
    zh: '送达日期不能早于文书出具日期（{earliest}）',
    en: 'The service may not precede the issue of the paper ({earliest})',
  },
  'document.consentMissing': {
    status: 400,
    zh: '电子送达须经受送达人同意，请填写同意的日期',
    en: 'Electronic service needs the recipient’s consent: say on which day it was given',
  },
  'document.consentTooLate': {
    status: 400,
    zh: '同意的日期不能晚于送达日期',
    en: 'The consent may not be later than the service',
  },
  'document.signingMissing': {
    status: 400,
    zh: '请选择怎样签收：触摸屏手写、纸上签名或者纸上按指印',
    en: 'Say how it was signed for: on the screen, on paper, or with a fingerprint on paper',
  },
  'document.signatureMissing': {
    status: 400,
    zh: '请受送达人在屏幕上签名',
    en: 'Have the recipient sign on the screen',
  },
  'document.signatureUnasked': {
    status: 400,
    zh: '选择了不在屏幕上签收，不收签名图像',
    en: 'Signed otherwise than on the screen: no picture of a signature is taken',
  },
  'document.trackingMissing': { status: 400, zh: '请填写邮寄单号', en: 'Enter the number of the letter' },
  'document.relationMissing': {
    status: 400,
    zh: '代收的，请填写代收人与受送达人的关系',
    en: 'Received by somebody else: say how they stand to the recipient',
  },
  'document.remarkMissing': {
    status: 400,
    zh: '留置、公告送达的，请在备注里写明情况',
    en: 'Left or announced: say in the remark how',
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
