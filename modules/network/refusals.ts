import type { RefusalTable } from '../../kernel/errors/index.ts';

export const networkRefusals = {
  'network.regionUnknown': {
    status: 400,
    zh: '区划名册里没有这个代码：{region}',
    en: 'Not in the register of regions: {region}',
  },
  'network.regionElsewhere': {
    status: 400,
    zh: '{region} 不属于本辖区',
    en: '{region} lies outside this jurisdiction',
  },
  'network.agencyUnknown': { status: 400, zh: '没有编号为 {code} 的机构', en: 'No agency has the number {code}' },
  'network.handlerUnknown': { status: 400, zh: '没有编号为 {code} 的承办人', en: 'No handler has the number {code}' },
  'network.codeTaken': { status: 409, zh: '编号 {code} 已经登记过', en: 'The number {code} is already registered' },
  'network.licenceTaken': {
    status: 409,
    zh: '这个执业证号已经登记在另一人名下',
    en: 'This licence number is registered to another person',
  },
  'network.hostNotAllowed': {
    status: 400,
    zh: '这类机构不能填这种依托单位',
    en: 'This kind of agency cannot stand under that host',
  },
  'network.hostMissing': { status: 400, zh: '请选择依托单位', en: 'Choose the host organisation' },
  'network.unitCannotHandle': {
    status: 400,
    zh: '承办人应当属于律师事务所、基层法律服务所或者法律援助中心',
    en: 'A handler belongs to a law firm, a basic legal service office or a centre',
  },
  'network.licenceMissing': {
    status: 400,
    zh: '律师和基层法律服务工作者必须有执业证号和执业起始日',
    en: 'Lawyers and basic legal service workers need a licence number and its first day',
  },
  'network.practiceBeforeLicence': {
    status: 400,
    zh: '刑事辩护执业不能早于执业起始日',
    en: 'Criminal defence practice cannot begin before the licence',
  },
  'network.licensedInFuture': {
    status: 400,
    zh: '执业起始日不能晚于今天',
    en: 'The licence cannot begin in the future',
  },
  'network.reasonMissing': { status: 400, zh: '请写明理由', en: 'Give the reason' },
  'network.photoKind': {
    status: 415,
    zh: '照片只收 JPEG、PNG 或 WebP',
    en: 'A photograph must be JPEG, PNG or WebP',
  },
  'network.positionMissing': {
    status: 404,
    zh: '这个地方还没有标注位置，请换上一级地名',
    en: 'No position on file for this place; choose the unit above it',
  },
  'network.outsideCity': {
    status: 400,
    zh: '这个位置不在本市路网的范围内',
    en: 'This position lies outside the roads of the city',
  },
  'network.swapped': {
    status: 400,
    zh: '经度和纬度好像写反了：对调以后在本市范围内',
    en: 'Longitude and latitude seem to be swapped: the other way round they lie within the city',
  },
  'network.farFromOthers': {
    status: 409,
    zh: '离{area}其他村的位置有 {km} 公里。确实在那里，请再确认一次',
    en: 'This is {km} km from the other villages of {area}. Confirm once more if it does stand there',
  },
  'network.notAPlace': {
    status: 400,
    zh: '只有县、乡镇、村和服务点可以标注位置',
    en: 'Only counties, townships, villages and points can be placed',
  },
  'network.undone': { status: 409, zh: '这次标注已经撤销', en: 'This has been taken back already' },
  'network.placeMissing': { status: 400, zh: '请给出地名或者经纬度', en: 'Give a region or a longitude and latitude' },
} as const satisfies RefusalTable;
