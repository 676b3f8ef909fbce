import { canonicalJson } from '../../../kernel/crypto/index.ts';
import { causeLabels } from '../causes.ts';
import { criminalRoleLabels, criminalStageLabels, effectLabels, groupLabels, impairmentLabels } from '../labels.ts';
import type { Bilingual } from '../schema.ts';
import { conditionWords, together } from './condition-words.ts';
import { type Difference, difference, type Lens, type Said } from './difference.ts';
import type { Condition, Effect } from './pack-schema.ts';
import type { CompiledRule, RuleBook } from './rule-book.ts';

/**
 * Rules of two days set against each other. Instruments number their lists differently, so rules are paired by what they are about: each
 * cause of a list by itself, each group, each impairment; what names none of these, by its whole condition.
 */
export function compareRules(a: RuleBook, b: RuleBook, effects: readonly Effect[], lens: Lens): readonly Difference[] {
  const found = effects.flatMap((effect) => {
    const before = byTopic(a.rules[effect], effect, lens);
    const after = byTopic(b.rules[effect], effect, lens);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((topic) => {
      const [one, other] = [before.get(topic), after.get(topic)];
      const subject = (other ?? one)?.subject;
      if (subject === undefined) return [];
      const alike = meaning(one?.rules) === meaning(other?.rules);
      const told = difference(subject, said(one?.rules), said(other?.rules), alike);
      return told === undefined ? [] : [told];
    });
  });
  return toldOnce(found);
}

/** What is said of several topics in one sentence is told once: 视力残疾、听力残疾、言语残疾. */
function toldOnce(found: readonly Difference[]): readonly Difference[] {
  const merged = new Map<string, Difference>();
  for (const one of found) {
    const key = JSON.stringify([one.before, one.after]);
    const other = merged.get(key);
    const subject = other && {
      zh: `${other.subject.zh}、${one.subject.zh}`,
      en: `${other.subject.en}; ${one.subject.en}`,
    };
    merged.set(key, subject ? { ...one, subject } : one);
  }
  return [...merged.values()];
}

interface Topic {
  readonly subject: Bilingual;
  readonly rules: CompiledRule[];
}

function byTopic(rules: readonly CompiledRule[], effect: Effect, lens: Lens): ReadonlyMap<string, Topic> {
  const topics = new Map<string, Topic>();
  for (const rule of rules) {
    const { when } = rule.rule;
    if (!concerns(when, lens)) continue;
    for (const { key, subject } of topicsOf(when, effect, lens)) {
      const topic = topics.get(key);
      if (topic) topic.rules.push(rule);
      else topics.set(key, { subject, rules: [rule] });
    }
  }
  return topics;
}

/** What a rule is about. Alternatives are topics of their own; among rules of one kind, party and stage often go without saying. */
function topicsOf(when: Condition, effect: Effect, lens: Lens): { key: string; subject: Bilingual }[] {
  if (effect === 'discretionaryDefence') return [{ key: effect, subject: effectLabels[effect] }];
  if (effect === 'bar') {
    const { class: _class, role: _role, ...rest } = when;
    const subject = together(conditionWords(rest));
    return [{ key: `bar ${subject.zh}`, subject }];
  }
  if (when.any !== undefined) {
    const { any, ...rest } = when;
    return any.flatMap((choice) => topicsOf({ ...rest, ...choice }, effect, lens));
  }
  const groups = when.groups
    ?.filter((group) => lens.group === undefined || group === lens.group)
    .map((group) => ({ key: `group ${group}`, subject: groupLabels[group] }));
  const causes = when.cause
    ?.filter((cause) => lens.cause === undefined || cause === lens.cause)
    .map((cause) => ({ key: `cause ${cause}`, subject: causeLabels[cause] }));
  const impairments = when.impairments?.map((one) => ({ key: `impairment ${one}`, subject: impairmentLabels[one] }));
  const first = effect === 'scope' ? (causes ?? groups) : (groups ?? impairments ?? causes);
  if (first !== undefined) return first;
  const { class: _class, role, stage, notifiedBy: _by, hasDefender: _defender, ...rest } = when;
  const told = conditionWords(rest);
  if (told.length > 0) {
    const subject = together(told);
    return [{ key: `${effect} ${subject.zh}`, subject }];
  }
  if (stage?.length === 1) return stage.map((one) => ({ key: `stage ${one}`, subject: criminalStageLabels[one] }));
  if (role !== undefined) return role.map((one) => ({ key: `role ${one}`, subject: criminalRoleLabels[one] }));
  return [{ key: effect, subject: when.class?.length === 1 ? together(conditionWords(when)) : everybody }];
}

const everybody: Bilingual = { zh: '所有申请', en: 'Every application' };

/** Whether a rule can have to do with someone of the group and the cause. */
function concerns(when: Condition, lens: Pick<Lens, 'group' | 'cause'>): boolean {
  const { group, cause } = lens;
  if (group !== undefined && when.groups !== undefined && !when.groups.includes(group)) return false;
  if (cause !== undefined) {
    if (when.cause !== undefined && !when.cause.includes(cause)) return false;
    // A cause belongs to civil, administrative and compensation matters; a crime has none.
    if (when.class?.every((one) => one === 'criminal')) return false;
  }
  return when.any === undefined || when.any.some((choice) => concerns(choice, lens));
}

function said(rules: readonly CompiledRule[] | undefined): readonly Said[] {
  return (rules ?? []).map(({ met }) => ({
    text: met.text,
    citation: met.citation,
    verified: !met.text.zh.endsWith('（待核实）'),
  }));
}

/** Two sides mean the same when their conditions are the same, whatever words and articles they use. */
function meaning(rules: readonly CompiledRule[] | undefined): string {
  return [...new Set((rules ?? []).map(({ rule }) => canonicalJson({ ...rule.when, cause: null })))].sort().join();
}
