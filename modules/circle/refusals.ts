import type { RefusalTable } from '../../kernel/errors/index.ts';

export const circleRefusals = {
  'circle.noRoads': {
    status: 404,
    zh: '还没有这种出行方式的路网（{mode}）：请管理员用 fayuan circle build 生成后放到数据目录，驾车的叫 roads.graph，步行的叫 roads-walk.graph，摩托车的叫 roads-motorcycle.graph',
    en: 'No roads on file for this way of travelling ({mode}): the operator builds them with fayuan circle build and puts them into the data folder, as roads.graph for driving, roads-walk.graph or roads-motorcycle.graph',
  },
  'circle.wrongProfile': {
    status: 409,
    zh: '按 {mode} 找的路网文件，里面却是 {profile} 的路网：请按出行方式放对文件名',
    en: 'The graph file for {mode} holds roads for {profile}; give each file the name of its way of travelling',
  },
  'circle.noPlaces': {
    status: 404,
    zh: '名册里的村还没有位置，请先导入位置',
    en: 'No village of the register has a position yet; import positions first',
  },
  'circle.placeUnknown': {
    status: 404,
    zh: '没有这个村，或者它没有位置：{code}',
    en: 'No such village, or it has no position: {code}',
  },
  'circle.noWay': { status: 404, zh: '从这里到不了任何服务点', en: 'No point can be reached from here' },
  'circle.stationUnknown': { status: 400, zh: '没有这个服务点：{id}', en: 'No such point: {id}' },
  'circle.noTimetable': {
    status: 404,
    zh: '还没有班车时刻表：请管理员把 timetable.csv 放到数据目录',
    en: 'No bus timetable on file: the operator puts timetable.csv into the data folder',
  },
  'circle.busNeedsTime': {
    status: 400,
    zh: '算班车要先定日期和时刻',
    en: 'Buses need a day and an hour',
  },
  'circle.roadOnly': {
    status: 400,
    zh: '算班车的结果只供看图：留存、选址和报告只按道路，请先关掉班车',
    en: 'Times by bus are for looking at: what is kept, planned or reported goes by road; switch the bus off first',
  },
  'circle.cannotPlan': { status: 400, zh: '这样的选址做不到：{zh}', en: 'Such a plan cannot be made: {en}' },
  'circle.quarter': {
    status: 400,
    zh: '止日不能早于起日，也不能超过一个季度',
    en: 'The last day may not be before the first, nor more than a quarter after it',
  },
  'circle.tooFewDays': {
    status: 400,
    zh: '这段时间的工作日不够：要 {needed} 个队日，请加队伍、加长每天的时间或者延长日期',
    en: 'Too few working days: {needed} team days are needed; add teams, longer days or more days',
  },
  'circle.busy': {
    status: 429,
    zh: '正在计算，请 {seconds} 秒后再试',
    en: 'Another plan is being reckoned; try again in {seconds} s',
  },
} as const satisfies RefusalTable;
