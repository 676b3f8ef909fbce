import { createRequire } from 'node:module';
import type { z } from 'zod';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Bilingual } from '../schema.ts';
import { expandArticles } from './citation.ts';
import { unfilledSlots } from './figure-words.ts';
import { clockMatters, Pack } from './pack-schema.ts';
import { chainFaults, type Span } from './spans.ts';
import { tariffFaults } from './tariff-faults.ts';

/** The first day the system knows law for: the Regulations on Legal Aid (法律援助条例) came into force. */
export const firstDayOfLaw = '2003-09-01';

export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** One thing wrong in one file; `pointer` leads to it (RFC 6901), empty for the set of files as a whole. */
export interface PackFault {
  readonly file: string;
  readonly pointer: string;
  readonly text: string;
}

export type CheckedPacks =
  | { readonly ok: true; readonly packs: readonly Pack[] }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/**
 * Read and judge a set of rule packs as a whole: unknown keys, citations to articles a pack does not list, dates outside the pack's own,
 * keys used twice, holes and overlaps in everything that must be answered for each day. All faults at once. Pure.
 */
export function checkPacks(files: readonly PackFile[]): CheckedPacks {
  // Loaded only when packs are really read: a command that finds them prepared does without.
  const { parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const faults: PackFault[] = [];
  const packs: Pack[] = [];
  for (const file of files) {
    const document = parseDocument(file.text, { uniqueKeys: true });
    if (document.errors.length > 0) {
      for (const error of document.errors) faults.push({ file: file.name, pointer: '', text: error.message });
      continue;
    }
    const parsed = Pack.safeParse(document.toJS());
    if (!parsed.success) {
      faults.push(...parsed.error.issues.flatMap((issue) => issueFaults(file.name, issue)));
      continue;
    }
    faults.push(...faultsWithin(file.name, parsed.data));
    packs.push(parsed.data);
  }
  faults.push(...faultsAmong(packs));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, packs };
}

/** The same judgement over packs that are already in memory, named by their keys. */
export function packFaults(packs: readonly Pack[]): readonly PackFault[] {
  return [...packs.flatMap((pack) => faultsWithin(pack.key, pack)), ...faultsAmong(packs)];
}

function faultsAmong(packs: readonly Pack[]): PackFault[] {
  return [...doubledKeys(packs), ...faultsBetween(packs.filter((pack) => !pack.draft))];
}

function issueFaults(file: string, issue: z.core.$ZodIssue): PackFault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ file, pointer: `${pointer}/${escapePointer(key)}`, text: `unknown key ${key}` }));
  }
  return [{ file, pointer, text: issue.message }];
}

/** A path as a JSON Pointer. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escapePointer(String(part))}`).join('');
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What one pack can get wrong by itself. */
function faultsWithin(file: string, pack: Pack): PackFault[] {
  const faults: PackFault[] = [];
  const say = (pointer: string, text: string): void => void faults.push({ file, pointer, text });
  const { articles, unreadable } = expandArticles(pack.articles ?? []);
  for (const entry of unreadable) say('/articles', `${entry} is not an article`);
  if (pack.effectiveTo !== undefined && pack.effectiveTo < pack.effectiveFrom) {
    say('/effectiveTo', 'ends before it starts');
  }
  const sections = [
    ['rules', pack.rules ?? []],
    ['summaries', pack.summaries ?? []],
    ['clocks', pack.clocks ?? []],
    ['promises', pack.promises ?? []],
    ['tariff/bands', pack.tariff?.bands ?? []],
    ['tariff/additions', pack.tariff?.additions ?? []],
    ['tariff/deductions', pack.tariff?.deductions ?? []],
  ] as const;
  for (const [section, entries] of sections) {
    entries.forEach((entry, index) => {
      const at = `/${section}/${index}`;
      const article = 'article' in entry ? entry.article : undefined;
      if (article !== undefined && !articles.has(article)) {
        say(`${at}/article`, `${entry.key} cites ${article}, which the pack's list of articles lacks`);
      }
      const { from, to } = daysOf(entry, pack);
      if (
        from < pack.effectiveFrom ||
        (pack.effectiveTo !== undefined && (to === undefined || to > pack.effectiveTo))
      ) {
        say(at, `${entry.key} is dated outside its pack`);
      }
      if (to !== undefined && to < from) say(at, `${entry.key} ends before it starts`);
    });
  }
  (pack.rules ?? []).forEach((rule, index) => {
    const at = `/rules/${index}`;
    if (rule.effect === 'derivesGroup' && rule.group === undefined) say(at, `${rule.key} derives no group`);
    if (rule.effect === 'provisionalAid' && rule.ground === undefined) say(at, `${rule.key} names no ground`);
    if (rule.effect === 'multiplier' && (rule.basis === undefined || rule.fraction === undefined)) {
      say(at, `${rule.key} needs a basis and a fraction`);
    }
    sayUnfilled(`${at}/text`, rule.text, rule.fraction === undefined ? [] : ['fraction']);
    if ((rule.near === undefined) !== (rule.textNot === undefined)) {
      say(at, `${rule.key} has only one of near and textNot`);
    }
  });
  const taxFree = pack.taxFreeSubsidy?.article;
  if (taxFree !== undefined && !articles.has(taxFree)) {
    say('/taxFreeSubsidy/article', `cites ${taxFree}, which the pack's list of articles lacks`);
  }
  faults.push(...tariffFaults(file, pack));
  return faults;

  function sayUnfilled(pointer: string, text: Bilingual, known: Parameters<typeof unfilledSlots>[1]): void {
    for (const slot of unfilledSlots(text, known)) say(pointer, `{${slot}} is filled by no figure`);
  }
}

/** The days an entry of a pack holds: its own, or else the pack's. */
export function daysOf(
  entry: { readonly effectiveFrom?: LocalDate | undefined; readonly effectiveTo?: LocalDate | undefined },
  pack: { readonly effectiveFrom: LocalDate; readonly effectiveTo?: LocalDate | undefined },
): { readonly from: LocalDate; readonly to: LocalDate | undefined } {
  return { from: entry.effectiveFrom ?? pack.effectiveFrom, to: entry.effectiveTo ?? pack.effectiveTo };
}

function doubledKeys(packs: readonly Pack[]): PackFault[] {
  const owner = new Map<string, string>();
  const faults: PackFault[] = [];
  for (const pack of packs) {
    const keys = [
      pack.key,
      ...[pack.rules, pack.summaries, pack.clocks, pack.promises].flatMap((list) => (list ?? []).map(({ key }) => key)),
      ...(pack.tariff?.bands ?? []).map(({ key }) => key),
    ];
    for (const key of keys) {
      const other = owner.get(key);
      if (other !== undefined)
        faults.push({ file: pack.key, pointer: '', text: `key ${key} is also used in ${other}` });
      owner.set(key, pack.key);
    }
  }
  return faults;
}

/** What must be answered for every day, across files: no day with two answers, no day in between with none. */
function faultsBetween(packs: readonly Pack[]): PackFault[] {
  const faults: PackFault[] = [];
  const check = (what: string, spans: readonly Span[], must: Parameters<typeof chainFaults>[1] = {}): void => {
    for (const text of chainFaults(spans, must)) faults.push({ file: '', pointer: '', text: `${what}: ${text}` });
  };

  const national = packs.filter((pack) => pack.layer === 'national');
  check(
    'the national instrument',
    national.map((pack) => ({ name: pack.key, from: pack.effectiveFrom, to: pack.effectiveTo })),
    { start: firstDayOfLaw, open: true },
  );

  const chains = new Map<string, Span[]>();
  const add = (chain: string, span: Span): void => {
    const spans = chains.get(chain);
    if (spans) spans.push(span);
    else chains.set(chain, [span]);
  };
  for (const pack of packs) {
    const spanOf = (entry: {
      key: string;
      effectiveFrom?: string | undefined;
      effectiveTo?: string | undefined;
    }): Span => ({ name: entry.key, ...daysOf(entry, pack) });
    for (const clock of pack.clocks ?? []) {
      for (const matter of clock.matters ?? clockMatters) add(`the clock ${clock.step} (${matter})`, spanOf(clock));
    }
    for (const promise of pack.promises ?? [])
      add(`the promise ${promise.step} in ${pack.jurisdiction}`, spanOf(promise));
    for (const rule of pack.rules ?? []) {
      if (rule.effect === 'multiplier') add(`the multiplier of ${rule.basis} in ${pack.jurisdiction}`, spanOf(rule));
    }
    if (pack.tariff) add(`the tariff of ${pack.jurisdiction}`, spanOf(pack));
    for (const row of pack.standards ?? []) {
      add(`the standard of ${row.region} ${row.residence}`, {
        name: `${row.basis} ${row.effectiveFrom}`,
        from: row.effectiveFrom,
        to: row.effectiveTo,
      });
    }
  }
  for (const [chain, spans] of chains) check(chain, spans);
  return faults;
}
