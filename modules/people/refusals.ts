import type { RefusalTable } from '../../kernel/errors/index.ts';
import { peopleRefusals as ruleRefusals } from './rules/refusals.ts';

/** Every "no" of this module: those of the rules, and those of its use cases. */
export const peopleRefusals = {
  ...ruleRefusals,
  'person.birthDateDiffers': {
    status: 400,
    zh: '出生日期与证件号码里的不一致，请核对',
    en: 'The date of birth differs from the one in the document number; check them',
  },
  'person.birthDateImpossible': {
    status: 400,
    zh: '出生日期不能晚于今天，也不能早于130年前',
    en: 'The date of birth may be neither later than today nor more than 130 years ago',
  },
  'person.sexDiffers': {
    status: 400,
    zh: '性别与证件号码里的不一致，请核对',
    en: 'The sex differs from the one in the document number; check them',
  },
  'person.shielded': {
    status: 403,
    zh: '此人的住址受保护，只有审查人和本案承办人可以查看',
    en: 'This person’s address is protected: only the reviewer and the handler of the matter may see it',
  },
  'person.reason': { status: 400, zh: '请写明查看的理由，至少4个字', en: 'Say why, in at least 4 characters' },
  'person.reasonHoldsNumber': {
    status: 400,
    zh: '理由里不要写证件号码或电话号码，理由会长期保存',
    en: 'Leave identity and phone numbers out of the reason: it is kept for good',
  },
  'person.linkSelf': { status: 400, zh: '这是同一条记录', en: 'It is the same record' },
  'person.searchTooShort': {
    status: 400,
    zh: '请输入姓名、拼音，或完整的电话、证件号码',
    en: 'Enter a name, pinyin, or a whole phone or document number',
  },
} as const satisfies RefusalTable;
