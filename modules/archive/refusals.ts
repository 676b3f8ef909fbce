import type { RefusalTable } from '../../kernel/errors/index.ts';

export const archiveRefusals = {
  'archive.destroyed': {
    status: 410,
    zh: '这份案卷（归档号 {number}）保管期满，已于 {day} 依程序销毁，内容不再保存。登记仍可在档案登记簿中查到',
    en: 'This file ({number}) was destroyed on {day} after its term of keeping; its content is gone, its line in the register remains',
  },
  'archive.notBound': {
    status: 409,
    zh: '电子卷宗还没有制作好，请稍后再来',
    en: 'The file has not been bound yet; come back in a while',
  },
  'archive.held': {
    status: 409,
    zh: '案卷有停销措施，不能销毁：{numbers}',
    en: 'These files are under a hold and are not destroyed: {numbers}',
  },
  'archive.notDue': {
    status: 409,
    zh: '案卷保管期限未满或者永久保管，不能销毁：{numbers}',
    en: 'The term of these files is not over, or they are kept for ever: {numbers}',
  },
  'archive.alreadyProposed': {
    status: 409,
    zh: '案卷已在另一份销毁清册中：{numbers}',
    en: 'These files are named in another proposal: {numbers}',
  },
  'archive.partOfMatter': {
    status: 409,
    zh: '同一事项还有未到期或者有停销措施的案卷，须一并到期后销毁：{numbers}',
    en: 'The same matter has another file that must still be kept: {numbers}',
  },
  'archive.sameHand': {
    status: 403,
    zh: '提出、鉴定、批准须由三个人分别办理',
    en: 'Proposing, appraising and approving are for three different persons',
  },
  'archive.notYours': { status: 403, zh: '只能由提出的人撤回', en: 'Only the proposer can withdraw it' },
  'archive.holdUnknown': { status: 404, zh: '没有这项停销措施，或者已经解除', en: 'No such hold, or it was lifted' },
  'archive.termShorter': {
    status: 400,
    zh: '保管期限只能延长，不能缩短',
    en: 'A term may be lengthened, never shortened',
  },
  'archive.unknownFile': { status: 400, zh: '没有这份案卷', en: 'No such file' },
} as const satisfies RefusalTable;
