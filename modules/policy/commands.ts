import { readFileSync } from 'node:fs';
import { deadline, questionFaults } from './clocks/deadline.ts';
import { type CommandArguments, fromJson, readArguments } from './command-line.ts';
import { stepLabels } from './labels.ts';
import { type StandardTable, standardTable } from './law/standards.ts';
import { assessmentAsText, deadlineAsText } from './rules/as-text.ts';
import { assess } from './rules/assess.ts';
import { parseFacts } from './rules/parse-facts.ts';
import { parseStandards } from './rules/parse-standards.ts';
import { type Assessment, type Checked, type DeadlineQuestion, type Facts, type PolicyFault, steps } from './schema.ts';

/** What a command was given and what it answers. Pure but for reading the file that `--standards` names. */
export interface CommandInput {
  readonly argv: readonly string[];
  readonly stdin: string;
}

export interface CommandOutput {
  /** 0 done, 2 bad input. */
  readonly exitCode: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `fayuan assess --help` tells beside the usage line. */
export const assessHelp = `从标准输入读取一份申请的事实（JSON），或者一组（数组），按收到之日的法律作出评估；不打开数据库。
Reads the facts of one application (JSON), or an array of them, and decides by the law of the day of receipt; opens no database.
--json            输出 JSON；输入是数组时按顺序输出数组 · print JSON; an array in gives an array out, in order
--standards FILE  用文件中的经济困难标准代替已录入的标准 · use the hardship standards in FILE instead of those on file
退出码 exit: 0 完成 done · 2 输入有误，每行一处 bad input, one line per fault with its JSON Pointer`;

/** `fayuan assess`: decide applications statelessly. All faults of all applications at once, or all answers. */
export function assessCommand({ argv, stdin }: CommandInput): CommandOutput {
  const args = readArguments(argv, { flags: ['--json'], options: ['--standards'] });
  const standards = readStandards(args);
  const input = fromJson(stdin);
  const many = input.ok && Array.isArray(input.value);
  const checked: readonly Checked<Facts>[] = !input.ok
    ? []
    : Array.isArray(input.value)
      ? input.value.map((one, index) => parseFacts(one, `/${index}`))
      : [parseFacts(input.value)];
  const faults = [standards, input, ...checked].flatMap((part) => (part.ok ? [] : part.faults));
  if (args.faults.length + faults.length > 0 || !standards.ok) return refused([...args.faults, ...faults]);

  const answers = checked.flatMap((one) => (one.ok ? [assess(one.value, { standards: standards.value })] : []));
  if (args.flags.has('--json')) return done(JSON.stringify(many ? answers : answers[0]));
  return done(answers.map((answer: Assessment) => assessmentAsText(answer)).join('\n\n'));
}

/** What `fayuan deadline --help` tells beside the usage line. */
export const deadlineHelp = `计算一项法定期限。次日起算；最后一日不是工作日的顺延；暂停的日子（首尾均含）不计。
Counts one statutory limit: from the next day, moved on from a day off, paused days (both ends included) not counted.
--step    ${steps.map((step) => `${step} ${stepLabels[step].zh}`).join(' · ')}
--from    起算事件发生的日期；以小时计算的可以带时刻 · the day of the event; with a time of day for limits in hours
--on      适用哪一天施行的规定，默认同 --from · the day whose law applies, --from by default
--paused  可以重复 · repeatable
--matter  期限因案件而不同时：civil 民事行政（默认）、criminal 刑事申请、notified 通知辩护
          where the limit differs by matter: civil (the default), criminal, notified
--json    输出 JSON · print JSON
退出码 exit: 0 完成 done · 2 输入有误 bad input`;

/** `fayuan deadline`: count one statutory time limit. */
export function deadlineCommand({ argv }: CommandInput): CommandOutput {
  const args = readArguments(argv, {
    flags: ['--json'],
    options: ['--step', '--from', '--on', '--matter'],
    repeatable: ['--paused'],
  });
  const asked = {
    step: args.options.get('--step'),
    from: args.options.get('--from'),
    on: args.options.get('--on'),
    matter: args.options.get('--matter'),
    paused: (args.repeated.get('--paused') ?? []).map((text) => {
      const [from = '', to = '', ...rest] = text.split('..');
      return { from, to: rest.length > 0 ? '' : to };
    }),
  };
  const faults: PolicyFault[] = [...args.faults];
  for (const fault of questionFaults(asked)) {
    if (!faults.some(({ pointer }) => pointer === fault.pointer)) faults.push(fault);
  }
  if (faults.length > 0) return refused(faults);
  const counted = deadline(asked as DeadlineQuestion);
  if (!counted.ok) return refused(counted.faults);
  return done(args.flags.has('--json') ? JSON.stringify(counted.value) : deadlineAsText(counted.value));
}

function readStandards(args: CommandArguments): Checked<StandardTable | undefined> {
  const path = args.options.get('--standards');
  if (path === undefined) return { ok: true, value: undefined };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return {
      ok: false,
      faults: [inStandards('', 'unreadable', `无法读取 ${path}（${why}）`, `cannot read ${path} (${why})`)],
    };
  }
  const json = fromJson(text);
  if (!json.ok)
    return { ok: false, faults: json.faults.map((fault) => ({ ...fault, pointer: `--standards ${fault.pointer}` })) };
  const rows = parseStandards(json.value);
  if (!rows.ok)
    return { ok: false, faults: rows.faults.map((fault) => ({ ...fault, pointer: `--standards ${fault.pointer}` })) };
  return { ok: true, value: standardTable(rows.value) };
}

function inStandards(pointer: string, code: string, zh: string, en: string): PolicyFault {
  return { pointer: `--standards ${pointer}`, code, text: { zh, en } };
}

function done(text: string): CommandOutput {
  return { exitCode: 0, stdout: `${text}\n`, stderr: '' };
}

/** One line per fault and nothing else: the pointer, then what is wrong in both languages. */
function refused(faults: readonly PolicyFault[]): CommandOutput {
  const lines = faults.map(({ pointer, text }) => `${pointer}: ${text.zh} · ${text.en}`);
  return { exitCode: 2, stdout: '', stderr: `${lines.join('\n')}\n` };
}
