import { describe, expect, test } from 'vitest';
import { deadline } from '../clocks/deadline.ts';
import { compileLaw } from '../law/law.ts';
import { lawOnFile, packsOnFile } from '../law/on-file.ts';
import { standardTable } from '../law/standards.ts';
import { assess } from '../rules/assess.ts';
import { parseFacts } from '../rules/parse-facts.ts';
import { traceRules } from '../rules/trace.ts';
import { computeSubsidy, type SubsidyInput } from '../subsidy/compute-subsidy.ts';
import { assessmentExamples, deadlineExamples, subsidyExamples } from './read-examples.ts';

const assessments = assessmentExamples();
const deadlines = deadlineExamples();
const subsidies = subsidyExamples();

test('there are at least three hundred worked cases, each with a name of its own', () => {
  expect(assessments.length).toBeGreaterThanOrEqual(300);
  const names = assessments.map(({ file, name }) => `${file} ${name}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each([...new Set(assessments.map(({ file }) => file))])('%s', (file) => {
  test.each(assessments.filter((one) => one.file === file).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const parsed = parseFacts(one.merged);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const standards = standardTable(one.standards);
    const law = one.drafts.length === 0 ? lawOnFile() : compileLaw(packsOnFile(), one.drafts);
    const answer = assess(parsed.value, { standards, law });
    expect({ outcome: answer.outcome, route: answer.route }).toEqual({
      outcome: one.outcome,
      route: one.route ?? null,
    });
    const cited = answer.reasons.flatMap(({ citation }) => citation.split('；'));
    expect(cited.some((citation) => citation.startsWith(one.article))).toBe(true);
    expect(answer.missing).toEqual(one.outcome === 'needsInformation' ? one.missing : undefined);
    if (one.provisional !== undefined) expect(answer.provisionalAid.ground ?? 'none').toBe(one.provisional);
    if (one.ruleSet !== undefined) expect(answer.ruleSet).toBe(one.ruleSet);
    if (one.layers !== undefined) expect(answer.layers).toEqual(one.layers);
    if (one.perCapita !== undefined) expect(answer.assessedPerCapitaIncome).toBe(one.perCapita);
    if (one.threshold !== undefined) expect(answer.standard?.threshold).toBe(one.threshold);
    if (one.due !== undefined) {
      expect(Object.fromEntries(answer.deadlines.map(({ step, due }) => [step, due]))).toEqual(one.due);
    }
    const traced = new Map(traceRules(parsed.value, { law }).map(({ rule, met }) => [rule, met]));
    for (const rule of one.met) expect([rule, traced.get(rule)]).toEqual([rule, true]);
    for (const rule of one.unmet) expect([rule, traced.get(rule)]).toEqual([rule, false]);
  });
});

describe('deadlines.yaml', () => {
  test.each(deadlines.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const paused = one.paused.map((text) => ({ from: text.split('..')[0] ?? '', to: text.split('..')[1] ?? '' }));
    const answer = deadline({ step: one.step, from: one.from, on: one.on, matter: one.matter, paused });
    if (one.fault !== undefined) {
      expect(answer.ok ? undefined : answer.faults.map(({ code }) => code)).toEqual([one.fault]);
      return;
    }
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    const limit = answer.value;
    expect({
      due: limit.due,
      rolledFrom: limit.rolledFrom,
      counted: limit.counted,
      calendarKnown: limit.calendarKnown,
    }).toEqual({
      due: one.due,
      rolledFrom: one.rolledFrom,
      counted: one.counted,
      calendarKnown: one.calendarKnown,
    });
    if (one.unit !== undefined) expect(limit.unit).toBe(one.unit);
    if (one.amount !== undefined) expect(limit.amount).toBe(one.amount);
    if (one.ruleSet !== undefined) expect(limit.ruleSet).toBe(one.ruleSet);
    if (one.article !== undefined) expect(limit.citation).toBe(one.article);
    if (one.clock !== undefined) expect(limit.verified).toBe(one.verified);
  });
});

describe('subsidies.yaml', () => {
  test.each(subsidies.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const answer = computeSubsidy(one.ask as unknown as SubsidyInput);
    if (one.faults !== undefined) {
      expect(answer.ok ? [] : answer.faults.map(({ pointer }) => pointer)).toEqual(one.faults);
      return;
    }
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    expect(answer.value.amount).toBe(one.amount);
    expect(answer.value.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(one.amount);
    if (one.taxFree !== undefined) expect(answer.value.taxFree).toBe(one.taxFree);
    for (const rule of one.rules) expect(answer.value.lines.map((line) => line.rule)).toContain(rule);
  });
});

describe('coverage', () => {
  // Drafts too: what a trial may take to be in force must be as well known as the law.
  const packs = packsOnFile();
  const rules = packs.flatMap((pack) => pack.rules ?? []).map(({ key }) => key);
  const shownMet = new Set(assessments.flatMap(({ met }) => met));
  const shownUnmet = new Set(assessments.flatMap(({ unmet }) => unmet));

  /** Conditions that hold for everyone have no case against them. */
  const unconditional = new Set(
    packs.flatMap((pack) => pack.rules ?? []).flatMap(({ key, when }) => (Object.keys(when).length === 0 ? [key] : [])),
  );

  test('every rule of every pack has a case for and a case against', () => {
    expect(rules.length).toBeGreaterThan(60);
    expect(rules.filter((key) => !shownMet.has(key))).toEqual([]);
    expect(rules.filter((key) => !shownUnmet.has(key) && !unconditional.has(key))).toEqual([]);
  });

  test('no case names a rule that no pack holds', () => {
    expect([...shownMet, ...shownUnmet].filter((key) => !rules.includes(key))).toEqual([]);
  });

  test('every clock has a case', () => {
    const clocks = packs.flatMap((pack) => pack.clocks ?? []).map(({ key }) => key);
    expect(clocks.length).toBeGreaterThan(20);
    const shown = new Set(deadlines.flatMap(({ clock }) => (clock === undefined ? [] : [clock])));
    expect(clocks.filter((key) => !shown.has(key))).toEqual([]);
    expect([...shown].filter((key) => !clocks.includes(key))).toEqual([]);
  });

  test('every band and every addition and deduction has a case', () => {
    const lines = packs.flatMap(({ key, tariff }) =>
      tariff === undefined
        ? []
        : [
            ...tariff.bands.map((band) => band.key),
            ...[...(tariff.additions ?? []), ...(tariff.deductions ?? [])].map((one) => `${key}.${one.key}`),
            tariff.treasuryPaid.key,
          ],
    );
    const shown = new Set(subsidies.flatMap((one) => one.rules));
    expect(lines.filter((key) => !shown.has(key))).toEqual([]);
  });
});
