import type { RefusalTable } from '../errors/index.ts';

/** What signing in and choosing a password may be answered with. */
export const authRefusals = {
  'auth.credentials': { status: 401, zh: '用户名或密码不对', en: 'Wrong user name or password' },
  'auth.locked': {
    status: 429,
    zh: '连续输错次数太多，请 {seconds} 秒后再试',
    en: 'Too many wrong attempts; try again in {seconds} s',
  },
  'auth.busy': {
    status: 503,
    zh: '登录的人太多，请稍后再试',
    en: 'Too many people are signing in; try again in a moment',
  },
  'auth.oneTimeCode': {
    status: 401,
    zh: '动态口令不对，请看清手机上最新的6位数字；手机时间不准时也会不对',
    en: 'Wrong one-time code; enter the latest six digits, and check that the phone’s clock is right',
  },
  'auth.oneTimeCodeUsed': {
    status: 401,
    zh: '这个动态口令已经用过，请等手机上换出新的再输',
    en: 'This one-time code was used already; wait for the next one',
  },
  'auth.recoveryCode': { status: 401, zh: '恢复码不对或已经用过', en: 'Wrong recovery code, or used already' },
  'password.tooShort': {
    status: 400,
    zh: '密码至少12位；或至少8位，并包含大写字母、小写字母、数字、符号中的三种',
    en: 'At least 12 characters; or at least 8 with three of: capital letters, small letters, digits, signs',
  },
  'password.tooLong': { status: 400, zh: '密码最多{max}位', en: 'At most {max} characters' },
  'password.containsUserName': {
    status: 400,
    zh: '密码里不能有用户名',
    en: 'The password must not contain the user name',
  },
  'password.common': {
    status: 400,
    zh: '这个密码太常见，容易被猜到',
    en: 'This password is too common and easily guessed',
  },
  'password.monotonous': {
    status: 400,
    zh: '密码里重复或连续的字符太多，容易被猜到',
    en: 'Too many repeated or consecutive characters',
  },
  'password.controlCharacters': {
    status: 400,
    zh: '密码里不能有控制字符',
    en: 'The password must not contain control characters',
  },
} as const satisfies RefusalTable;

export type AuthCode = keyof typeof authRefusals;
