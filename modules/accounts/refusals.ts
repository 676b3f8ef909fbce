import { authRefusals } from '../../kernel/auth/index.ts';
import type { RefusalTable } from '../../kernel/errors/index.ts';

/** Every "no" of this module, those of signing in among them. */
export const accountRefusals = {
  ...authRefusals,
  'auth.codeRequired': {
    status: 401,
    zh: '请再输入手机上的6位动态口令',
    en: 'Enter the six-digit one-time code as well',
  },
  'auth.crossSite': { status: 403, zh: '不能从别的网站登录', en: 'Signing in from another site is not possible' },
  'auth.passwordDue': { status: 403, zh: '请先设置自己的密码', en: 'Choose a password of your own first' },
  'auth.totpDue': {
    status: 403,
    zh: '您的角色必须使用动态口令，请先绑定',
    en: 'Your role needs a one-time code; set it up first',
  },
  'account.userNameFormat': {
    status: 400,
    zh: '用户名为3至32位小写字母、数字或 . _ @ -，以字母或数字开头',
    en: 'A user name has 3 to 32 small letters, digits or . _ @ -, and begins with a letter or digit',
  },
  'account.userNameTaken': { status: 409, zh: '这个用户名已经有人用了', en: 'This user name is taken' },
  'account.rolesClash': {
    status: 409,
    zh: '“{one}”和“{other}”不能由同一个账号担任（三员分立）',
    en: 'One account may not hold both “{oneEn}” and “{otherEn}” (duties are kept apart)',
  },
  'account.own': {
    status: 403,
    zh: '不能更改自己的权限和状态，请由另一位安全管理员办理',
    en: 'Nobody changes their own rights or state; another security administrator must',
  },
  'account.grantTwice': { status: 409, zh: '这个账号已经有这项权限', en: 'The account holds this role there already' },
  'account.agencyWithSubtree': {
    status: 400,
    zh: '限于一个机构的权限不能同时包含下级',
    en: 'A role at one agency cannot reach below it',
  },
  'password.current': { status: 400, zh: '现在的密码不对', en: 'This is not the present password' },
  'password.unchanged': {
    status: 400,
    zh: '新密码不能和现在的一样',
    en: 'The new password must differ from the present one',
  },
  'totp.alreadyOn': {
    status: 409,
    zh: '动态口令已经启用；换手机请先停用',
    en: 'One-time codes are on already; turn them off before changing phones',
  },
  'totp.notStarted': { status: 409, zh: '请先扫描二维码', en: 'Scan the code first' },
  'totp.required': {
    status: 403,
    zh: '您的角色必须使用动态口令，不能停用',
    en: 'Your role needs one-time codes; they cannot be turned off',
  },
} as const satisfies RefusalTable;
