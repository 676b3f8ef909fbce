import type { PolicyBench } from '../../modules/policy/index.ts';
import type { CircleFigures } from './circle.ts';
import type { GrowthFigures } from './growth.ts';
import type { Machine } from './machine.ts';
import type { MatchingFigures } from './matching.ts';
import { tpcb } from './pgbench.ts';
import type { RoadsFigures } from './roads.ts';
import type { SitingFigures } from './siting.ts';
import type { SubmissionFigures } from './submissions.ts';
import type { TableFigures, TravelFigures } from './travel.ts';
import type { PageWeight } from './weight.ts';
import type { WhatIfFigures, WhatIfTimes } from './what-if.ts';

export interface Figures {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly machine: Machine;
  readonly postgres: { readonly version: string; readonly settings: Readonly<Record<string, string>> };
  readonly startedInMs: number;
  readonly submissions: SubmissionFigures;
  readonly growth: GrowthFigures;
  readonly policy: PolicyBench;
  readonly whatIf: WhatIfFigures;
  readonly siting: SitingFigures;
  readonly roads: RoadsFigures;
  readonly travel: TravelFigures;
  readonly circle: CircleFigures;
  readonly matching: MatchingFigures;
  readonly assessMs: number;
  readonly pages: readonly PageWeight[];
}

type Size = GrowthFigures['sizes'][number];

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  /** Undefined where no goal is set. */
  readonly met?: boolean;
}

const ms = (n: number): string => `${n.toFixed(n < 10 ? 1 : 0)} ms`;
const count = (n: number): string => Math.round(n).toLocaleString('en-US');
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** docs/benchmarks.md: the machine, each figure beside its goal, met or not. */
export function report(figures: Figures): string {
  const { machine, postgres, submissions, growth } = figures;
  const settings = Object.entries(postgres.settings).map(([name, value]) => `${name} ${value}`);
  return `# 性能 · Benchmarks

由 \`npm run bench\` 生成：同一台机器、同一次运行、同一个 PostgreSQL 上的比较。数字随机器而变，看比例。
Written by \`npm run bench\`: compared on one machine, in one run, on one PostgreSQL. Figures follow the machine; look at the ratios.

- 日期 · date: ${figures.on}
- 机器 · machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}
- Node ${machine.node}, PostgreSQL ${postgres.version} (${settings.join(', ')})
- 开始时五分钟平均负载 · load average (5 min) before it began: ${machine.load.toFixed(1)}，nice ${machine.nice}；负载高时单进程的服务比多进程的 PostgreSQL 吃亏 · a busy machine is harder on one server process than on PostgreSQL's many
- 服务、PostgreSQL 和压测程序同在这台机器上 · the server, PostgreSQL and the load share the machine

## 结果 · Results

| 项目 · what | 实测 · measured | 目标 · goal | |
|---|---|---|---|
${lines(figures)
  .map(({ what, figure, goal, met }) => `| ${what} | ${figure} | ${goal} | ${word(met)} |`)
  .join('\n')}

## 提交与 TPC-B · Submissions against TPC-B

完整申请经 HTTP 提交（登录的窗口人员，每件不同，各带幂等键），与 pgbench 内置 TPC-B 脚本（规模 ${tpcb.scale}）轮流各跑一段，${submissions.clients} 个连接。
Complete applications over HTTP (a signed-in clerk, no two alike, each with its Idempotency-Key) in turns with pgbench's
built-in TPC-B-like script (scale ${tpcb.scale}), ${submissions.clients} connections each. One submission writes the application, its persons and
parties, the event chain, its clock, counters, messages and the idempotency record, all in one durable transaction.

| 轮 · round | TPC-B /s | 提交 submissions /s | 比 ratio | 提交 p95 |
|---|---|---|---|---|
${submissions.rounds
  .map(
    ({ tpcb: t, submitted, p95 }, i) =>
      `| ${i + 1} | ${count(t)} | ${count(submitted)} | ${(submitted / t).toFixed(2)} | ${ms(p95)} |`,
  )
  .join('\n')}

## 存量增长 · As open work grows

一个县的待办申请由一件真实申请复制而来（只复制申请表的行）；${growth.clients} 个连接。
Open applications of one county, copies of a real one (rows of the application table only); ${growth.clients} connections.

| 待办 · open | 清单 worklist p50 | p95 | 查进度 look-up p50 | p95 |
|---|---|---|---|---|
${growth.sizes
  .map(
    ({ open, worklist, lookUp }) =>
      `| ${count(open)} | ${ms(worklist.p50)} | ${ms(worklist.p95)} | ${ms(lookUp.p50)} | ${ms(lookUp.p95)} |`,
  )
  .join('\n')}

## 首屏 · First view

| 页面 · page | HTML | CSS | JS | 合计 total (gzip) |
|---|---|---|---|---|
${figures.pages.map((p) => `| \`${p.path}\` | ${kB(p.html)} | ${kB(p.css)} | ${kB(p.js)} | ${kB(p.total)} |`).join('\n')}
`;
}

function lines({
  submissions,
  growth,
  policy,
  whatIf,
  matching,
  siting,
  roads,
  travel,
  circle,
  assessMs,
  pages,
  startedInMs,
}: Figures): readonly Line[] {
  const [few, many] = [growth.sizes[0], growth.sizes.at(-1)];
  if (few === undefined || many === undefined) throw new Error('no sizes were measured');
  const grown = (name: string, read: (size: Size) => number, limit: number): readonly Line[] => [
    {
      what: `${name} p95，${count(many.open)} 件待办 open`,
      figure: ms(read(many)),
      goal: `< ${limit} ms`,
      met: read(many) < limit,
    },
    {
      what: `同上，与 ${count(few.open)} 件时之比 · against its figure at ${count(few.open)}`,
      figure: `${(read(many) / read(few)).toFixed(2)}×`,
      goal: '≤ 1.5×',
      met: read(many) <= 1.5 * read(few),
    },
  ];
  const heaviest = Math.max(...pages.map((p) => p.total));
  return [
    {
      what: '提交申请 / TPC-B，每秒事务之比（中位数） · submissions to TPC-B, transactions a second (median)',
      figure: submissions.ratio.toFixed(2),
      goal: '≥ 0.50',
      met: submissions.ratio >= 0.5,
    },
    ...grown('工作清单 · worklist', (size) => size.worklist.p95, 50),
    ...grown('查进度 · progress look-up', (size) => size.lookUp.p95, 15),
    {
      what: '群众页面首屏，最重的一页 · first view of a citizen page, the heaviest',
      figure: kB(heaviest),
      goal: '≤ 14 kB',
      met: heaviest <= 14_000,
    },
    {
      what: '评估，每秒（单核） · assessments a second, one core',
      figure: count(policy.assessmentsPerSecond),
      goal: '≥ 200,000',
      met: policy.assessmentsPerSecond >= 200_000,
    },
    ...whatIfLines(
      `${count(whatIf.applications)} 件已存申请，改一条线 · what-if over stored applications, one line changed`,
      whatIf.line,
    ),
    ...whatIfLines(
      '试一份草案（每一件的事实都打开） · a draft tried (the facts of every one are opened)',
      whatIf.draft,
    ),
    {
      what: `是不是同一个人 p95，一县 ${count(matching.persons)} 人 · who may be the same person, one county (p50 ${ms(matching.matching.p50)})`,
      figure: ms(matching.matching.p95),
      goal: '< 20 ms',
      met: matching.matching.p95 < 20,
    },
    {
      what: `利益冲突检查 p95，同上，${count(matching.cases)} 件案件 · conflicts of interest, among so many cases (p50 ${ms(matching.conflicts.p50)})`,
      figure: ms(matching.conflicts.p95),
      goal: '< 20 ms',
      met: matching.conflicts.p95 < 20,
    },
    {
      what: `选址：${siting.graphs} 张图的 p-中位（100–900 点，5–200 站），合计 · siting: p-median on ${siting.graphs} graphs, all together`,
      figure: `${siting.seconds.toFixed(1)} s，证明最优 proven ${siting.proven}`,
      goal: '< 60 s',
      met: siting.seconds < 60,
    },
    {
      what: '同上，至多 400 点的证明最优 · those of at most 400 nodes proven optimal',
      figure: `${siting.smallProven} / ${siting.small}`,
      goal: '全部 all',
      met: siting.smallProven === siting.small,
    },
    {
      what: '同上，与下界的平均差距（含未证明的） · mean gap to the lower bound, unproven ones included',
      figure: `${(siting.meanGap * 100).toFixed(3)} %`,
      goal: '—',
    },
    {
      what: `道路数据成路网，${roads.county.megabytes.toFixed(1)} MB，含进程启动 · extract to graph, process start included (${count(roads.county.arcs)} arcs)`,
      figure: `${roads.county.seconds.toFixed(2)} s`,
      goal: '< 1 s',
      met: roads.county.seconds < 1,
    },
    {
      what: `同上，${roads.province.megabytes.toFixed(0)} MB 的内存峰值 · peak memory of a large one (${count(roads.province.arcs)} arcs, ${roads.province.seconds.toFixed(0)} s)`,
      figure: `${count(roads.province.peakMB)} MB`,
      goal: `< ${count(4000 * (roads.province.megabytes / 1000))} MB（1 GB 之内 4 GB · 4 GB for 1 GB）`,
      met: roads.province.peakMB < 4 * roads.province.megabytes,
    },
    {
      what: `133 个站点中最近的，${count(travel.nodes)} 个路口 ${count(travel.arcs)} 条弧（编号与导入的路网一样沿希尔伯特曲线），与随机走遍弧一次之比 · nearest of 133 for every junction, numbered along Hilbert’s curve as every imported graph is, against one pass over the arcs in random order (${travel.nearest.toFixed(0)} ms, ${travel.pass.toFixed(0)} ms)`,
      figure: `${(travel.nearest / travel.pass).toFixed(2)}×`,
      goal: '≤ 2.5×',
      met: travel.nearest <= 2.5 * travel.pass,
    },
    {
      what: `同上，与从一点出发走遍之比 · against the same from one point (${travel.single.toFixed(0)} ms)`,
      figure: `${(travel.nearest / travel.single).toFixed(2)}×`,
      goal: '≤ 3.2×（0.35 s / 0.11 s）',
      met: travel.nearest <= 3.2 * travel.single,
    },
    ...tableLines(travel.table),
    {
      what: `演示城市挪动一个站点，${count(circle.villages)} 个村、${circle.stations} 个站重算，从提问到新数据 p50 · the demonstration city with a station moved: from the question to new data at the screen (p95 ${ms(circle.p95)})`,
      figure: ms(circle.p50),
      goal: '< 100 ms',
      met: circle.p50 < 100,
    },
    { what: '读入全部法律数据 · reading all law packs', figure: ms(policy.readPacksMs), goal: '—' },
    {
      what: '`fayuan assess`，一份申请，含进程启动 · one application, process start included',
      figure: ms(assessMs),
      goal: '< 400 ms',
      met: assessMs < 400,
    },
    { what: '`fayuan serve` 启动到可服务 · from start to serving', figure: ms(startedInMs), goal: '—' },
  ];
}

function word(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? '达到 · met' : '**未达到 · not met**';
}

function tableLines({ nodes, arcs, cold, warm, plain, pgRouting }: TableFigures): readonly Line[] {
  const what = `133 × 957 出行时间表，${count(nodes)} 个路口 ${count(arcs)} 条弧 · a 133 × 957 table of times`;
  return [
    {
      what: `${what}，先收缩路网再算（逐站各搜一遍要 ${plain.toFixed(0)} ms；路网已收缩时 ${warm.toFixed(0)} ms） · the graph contracted first (a search for each point takes ${plain.toFixed(0)} ms; on a graph contracted before, ${warm.toFixed(0)} ms)`,
      figure: ms(cold),
      goal: '—',
    },
    {
      what: '同上，pgRouting 用时与本系统用时之比（同一路网，全表合计一致） · pgRouting’s time to ours, same graph, the tables’ sums agree',
      ...(pgRouting === undefined
        ? { figure: '未安装 · not installed', goal: '≥ 10×' }
        : {
            figure: `${(pgRouting / cold).toFixed(1)}× (${(pgRouting / 1000).toFixed(1)} s)`,
            goal: '≥ 10×',
            met: pgRouting >= 10 * cold,
          }),
    },
  ];
}

function whatIfLines(what: string, { cpuMs, firstMs, ms: laterMs }: WhatIfTimes): readonly Line[] {
  return [
    {
      what: `政策推演，${what}：单核用时 · time of one core`,
      figure: ms(cpuMs),
      goal: '< 5000 ms',
      met: cpuMs < 5000,
    },
    {
      what: '同上，从提问到答完 · the same, from question to answer (第一次 first / 其后 later)',
      figure: `${ms(firstMs)} / ${ms(laterMs)}`,
      goal: '< 5000 ms',
      met: laterMs < 5000,
    },
  ];
}
