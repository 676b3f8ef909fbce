import {
  type Block,
  type Drawing,
  headerRow,
  heading,
  note,
  paragraph,
  row,
  t,
  table,
  title,
  unverifiedMark,
  value,
} from '../../documents/index.ts';
import type { AreaCoverage, CircleQuestion, CircleView, CircleVillage, StationCosts } from '../schema.ts';

/** What a report tells. */
export interface ReportParts {
  readonly view: CircleView;
  readonly question: CircleQuestion;
  readonly costs: StationCosts | undefined;
  readonly map: Drawing;
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** Villages left out that the report names; how many more there are it says. */
const mostNamed = 60;

const serviceWords = {
  consultation: '法律咨询',
  acceptance: '受理申请',
  decision: '审查决定',
  handling: '承办案件',
  selfService: '自助机',
  video: '视频服务',
} as const satisfies Record<NonNullable<CircleQuestion['service']>, string>;

const groupWords: Readonly<Record<string, string>> = { older: '老年人', children: '未成年人', disabled: '残疾人' };

/** 测算报告: what a bureau chief signs under or asks back about, in the order in which it is asked. */
export function composeReport({ view, question, costs, map, by, on }: ReportParts): readonly (Block | Drawing)[] {
  const { whole, roads, today } = view;
  const bands = whole.bands.map(({ minutes }) => minutes);
  const last = whole.bands.at(-1);
  return [
    title(`${whole.name}一小时服务圈测算报告`),
    paragraph(
      last === undefined || last.share === null
        ? `${whole.name}的 ${whole.places} 个村（社区）还没有人数，只能数村。`
        : `${whole.name}有 ${percent(last.share)} 的人（${count(last.people)} 人）能在 ${last.minutes} 分钟内到达最近的法律援助服务点；另外 ${count(whole.people - last.people)} 人要更久，或者到不了。`,
    ),
    ...(today === undefined ? [] : [paragraph(changeWords(view))]),
    paragraph(
      t`依据：${roads.profile.title.zh}，路网 ${roads.source.name}${roads.source.dataAt === undefined ? '' : `（${roads.source.dataAt.slice(0, 10)}）`}，校验码 ${roads.checksum}；车速为假定值${unverifiedMark(roads.verified)}；${conditionWords(question)}。${whole.uncounted === 0 ? '' : `人数不详的村 ${whole.uncounted} 个，没有算进人数和比例。`}`,
    ),
    map,
    heading('一、各县（市、区）覆盖'),
    areaTable('地区', [whole, ...view.counties], bands),
    ...(whole.groups.length === 0 ? [] : [heading('二、各人群覆盖'), groupTable(whole, bands)]),
    heading('三、漏下的村'),
    ...leftOut(view, bands.at(-1) ?? 60),
    heading('四、换个假定会怎样'),
    sensitivityTable(view),
    ...(today === undefined ? [] : [heading('五、改前改后'), compareTable(today, whole)]),
    ...(costs === undefined || today === undefined ? [] : [costParagraph(view, today, costs)]),
    heading(today === undefined ? '五、各乡镇（街道）覆盖' : '六、各乡镇（街道）覆盖'),
    areaTable('乡镇（街道）', view.townships, bands),
    note(
      '注：时间从村到站，门到门，步行计入；方向是从村到站。没给班车时刻表就没有算等车；雨季断路和堵车不在内。界线是硬线，请看分钟数，不要只看颜色。',
      '最近的站不一定接得下；速度没有和实测行程核对之前，不要只凭一个数下结论。',
      `测算：${by}　${on}　同一路网、同一站点、同一人数，结果一字不差。`,
    ),
  ];
}

function conditionWords({ service, barrierFree, at, change }: CircleQuestion): string {
  const parts = [
    service === undefined ? '不限事项' : `只算能${serviceWords[service]}的点`,
    ...(barrierFree ? ['只算无障碍的点'] : []),
    ...(at === undefined ? [] : [`只算 ${at.replace('T', ' ')} 开门的点`]),
    ...(change === undefined ? [] : ['按试改后的网络']),
  ];
  return parts.join('，');
}

function changeWords({ stations }: CircleView): string {
  const names = (change: string): string[] =>
    stations.filter((station) => station.change === change).map(({ name }) => name);
  const told = (
    [
      ['新设', names('new')],
      ['关', names('closed')],
      ['迁', names('moved')],
      ['改开门时间', names('hours')],
    ] as const
  )
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => `${word} ${list.length} 个（${list.slice(0, 6).join('、')}${list.length > 6 ? '等' : ''}）`);
  return `本报告按试改后的网络：${told.join('；')}。名册没有改。`;
}

const figures = { align: 'end' } as const;

function areaTable(what: string, areas: readonly AreaCoverage[], bands: readonly number[]): Block {
  return table(
    [4, 2.4, ...bands.map(() => 2.2), 2],
    [
      headerRow(what, '人数', ...bands.map((minutes) => `${minutes} 分钟内`), '平均分钟'),
      ...areas.map(({ name, people, bands: own, meanMinutes }) =>
        row(
          value(name),
          value(count(people), figures),
          ...own.map(({ share }) => value(percent(share), figures)),
          value(meanMinutes === null ? '–' : meanMinutes.toFixed(1), figures),
        ),
      ),
    ],
  );
}

function groupTable({ people, bands: all, groups }: AreaCoverage, bands: readonly number[]): Block {
  return table(
    [4, 2.4, ...bands.map(() => 2.2)],
    [
      headerRow('人群', '人数', ...bands.map((minutes) => `${minutes} 分钟内`)),
      ...[{ group: '全部人口', people, bands: all }, ...groups].map(({ group, people: many, bands: own }) =>
        row(
          value(groupWords[group] ?? group),
          value(count(many), figures),
          ...own.map(({ share }) => value(percent(share), figures)),
        ),
      ),
    ],
  );
}

/** The worst first: out of reach, then by minutes, then by people. */
function leftOut(view: CircleView, most: number): Block[] {
  const far = ({ minutes }: CircleVillage): number => minutes ?? Number.POSITIVE_INFINITY;
  const left = view.villages
    .filter((village) => far(village) > most)
    .toSorted((a, b) => (far(a) === far(b) ? (b.people ?? 0) - (a.people ?? 0) : far(a) > far(b) ? -1 : 1));
  if (left.length === 0) return [paragraph(`没有漏下的村，都在 ${most} 分钟内。`)];
  const nameOf = new Map(view.stations.map(({ id, name }) => [id, name]));
  return [
    table(
      [3.4, 4.6, 2, 2.2, 5],
      [
        headerRow('村（社区）', '所在', '人数', '分钟', '最近的点'),
        ...left
          .slice(0, mostNamed)
          .map(({ name, county, township, people, minutes, station }) =>
            row(
              value(name),
              value(`${county} ${township}`),
              value(people === null ? '不详' : count(people), figures),
              value(minutes === null ? '到不了' : String(Math.round(minutes)), figures),
              value(station === null ? '' : (nameOf.get(station) ?? '')),
            ),
          ),
      ],
    ),
    ...(left.length > mostNamed
      ? [note(`共 ${left.length} 个村，上表是最远的 ${mostNamed} 个，全部见屏幕上的表。`)]
      : []),
  ];
}

function sensitivityTable({ whole, sensitivity }: CircleView): Block {
  const now = whole.bands.at(-1)?.share ?? null;
  return table(
    [8, 3, 3],
    [
      headerRow('假如', '覆盖比例', '差（百分点）'),
      ...sensitivity.map(({ speed, minutes, share }) =>
        row(
          value(
            speed === 1
              ? `以 ${minutes} 分钟为界`
              : `车速 ${speed > 1 ? '+' : '−'}${Math.abs(Math.round((speed - 1) * 100))}%，${minutes} 分钟`,
          ),
          value(percent(share), figures),
          value(share === null || now === null ? '–' : signed(100 * (share - now), 1), figures),
        ),
      ),
    ],
  );
}

function compareTable(today: AreaCoverage, then: AreaCoverage): Block {
  return table(
    [5, 4, 4, 3],
    [
      headerRow('指标', '今天', '改后', '相差'),
      ...then.bands.map(({ minutes, people, share }, n) => {
        const was = today.bands[n];
        return row(
          value(`${minutes} 分钟内人数`),
          value(`${count(was?.people ?? 0)}（${percent(was?.share ?? null)}）`, figures),
          value(`${count(people)}（${percent(share)}）`, figures),
          value(signed(people - (was?.people ?? 0)), figures),
        );
      }),
      row(
        value('平均分钟'),
        value(today.meanMinutes?.toFixed(1) ?? '–', figures),
        value(then.meanMinutes?.toFixed(1) ?? '–', figures),
        value(
          today.meanMinutes === null || then.meanMinutes === null
            ? '–'
            : signed(then.meanMinutes - today.meanMinutes, 1),
          figures,
        ),
      ),
    ],
  );
}

function costParagraph({ stations, whole }: CircleView, today: AreaCoverage, costs: StationCosts): Block {
  const many = (change: string): number => stations.filter((station) => station.change === change).length;
  const setUp = (many('new') + many('moved')) * costs.setUp;
  const yearly = (many('new') - many('closed')) * costs.yearly;
  const aYear = yearly + Math.round(setUp / costs.years);
  const people = (whole.bands.at(-1)?.people ?? 0) - (today.bands.at(-1)?.people ?? 0);
  const each = people > 0 && aYear >= 0 ? `，每多覆盖一人每年 ${yuan(Math.round(aYear / people))} 元` : '';
  return paragraph(
    `按开办一个站 ${yuan(costs.setUp)} 元、一个站每年 ${yuan(costs.yearly)} 元（本局填写）：开办费一次 ${yuan(setUp)} 元，运行费每年多花 ${yuan(yearly)} 元，开办费摊 ${costs.years} 年，合每年 ${yuan(aYear)} 元${each}。`,
  );
}

const count = (n: number): string => Math.round(n).toLocaleString('en-US');
const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(1)}%`);
const signed = (n: number, digits = 0): string => {
  const told = Math.abs(n).toFixed(digits);
  return Number(told) === 0 ? '0' : `${n > 0 ? '+' : '−'}${digits === 0 ? count(Math.abs(n)) : told}`;
};
const yuan = (fen: number): string =>
  `${fen < 0 ? '−' : ''}${(Math.abs(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
