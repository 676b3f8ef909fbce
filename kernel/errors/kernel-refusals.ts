import type { RefusalTable } from './refusal.ts';

/** Refusals that any room may meet. */
export const kernelRefusals = {
  'input.invalid': {
    status: 400,
    zh: '填写的内容有误，请按提示修改',
    en: 'Some of what was entered is not valid; see each field',
  },
  'input.unknownField': { status: 400, zh: '不认识的字段：{field}', en: 'Unknown field: {field}' },
  'input.required': { status: 400, zh: '此项必填', en: 'This is required' },
  'input.type': { status: 400, zh: '类型不对', en: 'Wrong type' },
  'input.tooLong': { status: 400, zh: '太长，最多 {max} 个字', en: 'Too long: at most {max} characters' },
  'input.tooShort': { status: 400, zh: '太短，至少 {min} 个字', en: 'Too short: at least {min} characters' },
  'input.outOfRange': { status: 400, zh: '超出允许范围', en: 'Out of range' },
  'input.controlCharacters': { status: 400, zh: '含有不可见的控制字符', en: 'Contains control characters' },
  'input.date': { status: 400, zh: '没有这个日期', en: 'No such date' },
  'input.choice': { status: 400, zh: '不是可选项之一', en: 'Not one of the choices' },
  'input.format': { status: 400, zh: '格式不对', en: 'Wrong format' },
  'auth.required': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'auth.forbidden': { status: 403, zh: '您没有办理此事的权限', en: 'You may not do this' },
  'auth.csrf': { status: 403, zh: '页面已过期，请刷新后重试', en: 'This page has expired; reload and try again' },
  'record.notFound': { status: 404, zh: '没有找到', en: 'Not found' },
  'record.stale': {
    status: 409,
    zh: '这份记录刚刚被别人改过（现在是第 {current} 版），请看过新的内容再办',
    en: 'Somebody changed this record meanwhile (now version {current}); look at it again first',
  },
  'record.actionNotAllowed': {
    status: 409,
    zh: '当前状态（{state}）不能这样办理',
    en: 'Not possible in the present state ({state})',
  },
  'idempotency.mismatch': {
    status: 422,
    zh: '同一个请求编号用在了不同的内容上',
    en: 'The same Idempotency-Key came with a different request',
  },
  'idempotency.format': {
    status: 400,
    zh: '请求编号格式不对',
    en: 'Idempotency-Key must be 8–128 printable characters',
  },
  'rate.limited': {
    status: 429,
    zh: '操作太频繁，请 {seconds} 秒后再试',
    en: 'Too many requests; try again in {seconds} s',
  },
  'body.tooLarge': { status: 413, zh: '内容太大', en: 'The request is too large' },
  'body.malformed': { status: 400, zh: '请求无法解析', en: 'The request could not be parsed' },
  'body.mediaType': { status: 415, zh: '不支持这种内容类型', en: 'Unsupported media type' },
  'service.unavailable': {
    status: 503,
    zh: '系统正在恢复，请稍后再试；您刚才提交的内容没有丢失时会原样显示',
    en: 'The service is recovering; try again in a moment',
  },
  'service.diskFull': {
    status: 507,
    zh: '服务器存储已满，没有保存，请联系工作人员',
    en: 'The server has no space left; nothing was saved',
  },
  'service.failed': {
    status: 500,
    zh: '系统出错，已记录编号 {requestId}',
    en: 'Something failed; noted under {requestId}',
  },
} as const satisfies RefusalTable;
