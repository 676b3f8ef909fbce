import type { RefusalTable } from '../../../kernel/errors/index.ts';

/** Why an identity number, a name or a phone number is not taken, in the words the person sees. */
export const peopleRefusals = {
  'identity.empty': { status: 400, zh: '请填写证件号码', en: 'Enter the document number' },
  'identity.characters': {
    status: 400,
    zh: '身份证号码只能有数字，最后一位可以是 X',
    en: 'An identity number has digits only; the last place may be X',
  },
  'identity.fifteenDigits': {
    status: 400,
    zh: '15位的身份证号码自2013年1月1日起已停止使用。请填写18位号码，在第二代居民身份证或户口簿上可以查到；没有的，请到窗口办理',
    en: '15-digit numbers stopped being valid on 1 January 2013. Enter the 18-digit number printed on the second-generation card or in the household register, or come to the window',
  },
  'identity.length': {
    status: 400,
    zh: '身份证号码是18位，您填了{length}位',
    en: 'An identity number has 18 places; you entered {length}',
  },
  'identity.region': {
    status: 400,
    zh: '身份证号码的前六位（地区）不存在，请核对',
    en: 'The first six digits (the region) do not exist; check them',
  },
  'identity.birthDate': {
    status: 400,
    zh: '身份证号码第7至14位不是一个真实的日期，请核对',
    en: 'Places 7 to 14 are not a real date; check them',
  },
  'identity.birthInFuture': {
    status: 400,
    zh: '身份证号码里的出生日期还没有到，请核对',
    en: 'The date of birth in the number lies in the future; check it',
  },
  'identity.birthTooLongAgo': {
    status: 400,
    zh: '身份证号码里的出生日期太早，请核对',
    en: 'The date of birth in the number is too long ago; check it',
  },
  'identity.checkDigit': {
    status: 400,
    zh: '身份证号码有误（校验不通过），请逐位核对',
    en: 'The number is wrong (its check digit does not fit); compare it place by place',
  },
  'identity.demonstration': {
    status: 400,
    zh: '这是演示用的号码，不能用于真实事项',
    en: 'This is a demonstration number; it cannot be used for a real matter',
  },
  'identity.documentFormat': {
    status: 400,
    zh: '号码与所选证件种类不符，请核对号码或换一种证件',
    en: 'The number does not fit this kind of document; check it or choose another kind',
  },
  'name.empty': { status: 400, zh: '请填写姓名', en: 'Enter the name' },
  'name.tooLong': { status: 400, zh: '姓名太长，最多{max}个字', en: 'The name is too long: at most {max} characters' },
  'name.controlCharacters': {
    status: 400,
    zh: '姓名里有看不见的控制字符，请重新输入',
    en: 'The name contains invisible control characters; type it again',
  },
  'name.emoji': { status: 400, zh: '姓名里不能有表情符号', en: 'A name cannot contain emoji' },
  'name.privateCharacter': {
    status: 400,
    zh: '姓名里有一个字是旧系统自造的（{character}），别的电脑显示不出来；请用输入法重新输入这个字，或到窗口办理',
    en: 'One character ({character}) comes from an old private font and cannot be shown elsewhere; type it again or come to the window',
  },
  'name.characters': {
    status: 400,
    zh: '姓名里有不能用的字符（{character}）；字打不出来时请到窗口办理，不要用符号代替',
    en: 'The name contains a character that cannot be used ({character}); if one cannot be typed, come to the window',
  },
  'name.dots': {
    status: 400,
    zh: '姓名中间的点（·）前后都要有字，也不能连着用',
    en: 'The dot (·) in a name stands between two parts, once',
  },
  'name.lettersMissing': { status: 400, zh: '姓名里没有文字', en: 'The name has no letters' },
  'phone.empty': { status: 400, zh: '请填写电话号码', en: 'Enter the phone number' },
  'phone.characters': {
    status: 400,
    zh: '电话号码只能有数字，前面可以有 +，中间可以有空格或横线',
    en: 'A phone number has digits; a + in front, spaces and hyphens are fine',
  },
  'phone.mobileLength': {
    status: 400,
    zh: '手机号码是11位，您填了{length}位',
    en: 'A mobile number has 11 digits; you entered {length}',
  },
  'phone.areaCodeMissing': {
    status: 400,
    zh: '请在固定电话前加上区号，例如 0875-2123456',
    en: 'Put the area code in front of a landline, for example 0875-2123456',
  },
  'phone.unknown': { status: 400, zh: '没有这样的电话号码，请核对', en: 'There is no such phone number; check it' },
  'phone.demonstration': {
    status: 400,
    zh: '这是演示用的号码，不能用于真实事项',
    en: 'This is a demonstration number; it cannot be used for a real matter',
  },
} as const satisfies RefusalTable;

export type PeopleCode = keyof typeof peopleRefusals;

/** A rule's "no": a code of {@link peopleRefusals} and what fills its slots. Holds nothing of what was typed but a single character's code point. */
export interface PeopleFault {
  readonly ok: false;
  readonly code: PeopleCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export function no(code: PeopleCode, details: PeopleFault['details'] = {}): PeopleFault {
  return { ok: false, code, details };
}
