import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicationInput } from '../../../modules/applications/index.ts';
import { loadRegister } from '../../../modules/network/index.ts';
import { demonstrationIdentityNumber, demonstrationPhone } from '../../../modules/people/index.ts';
import { steps } from '../steps.ts';
import { wageAnswers } from '../testing/samples.tsx';
import { applicationFrom } from './application-input.ts';
import { causesFor } from './causes-for.ts';
import type { JourneyContext } from './context.ts';
import { type Answers, after, walk } from './journey.ts';
import { meansMatter } from './means.ts';
import { isUrgent, notesFor } from './notes.ts';
import { controlNames, type FieldName, fields, type Typed } from './values.ts';

const today = '2026-11-24';
const demonstration = true;
const city = '530500';
const register = loadRegister();
const context: JourneyContext = {
  today,
  register,
  city,
  demonstration,
  causesFor,
  meansMatter: (values) => meansMatter(values, { today, city, demonstration }),
};

const everySeen = steps.map((step) => step.id);
const answers = (changes: Typed = {}): Answers => ({ typed: { ...wageAnswers.typed, ...changes }, seen: everySeen });
const pages = (changes: Typed = {}): string[] => walk(answers(changes), context).steps.map((step) => step.id);
const errorsOf = (step: string, changes: Typed): unknown[] =>
  (walk(answers(changes), context).errorsOf.get(step) ?? []).map((e) => ('key' in e.say ? e.say.key : e.say.zh));

describe('which pages are asked', () => {
  test('a migrant worker claiming pay is not asked for income (art. 42)', () => {
    expect(pages()).not.toContain('income');
    expect(pages({ groups: ['farmer'] })).toContain('income');
  });

  test('a victim of domestic violence is not asked for income (art. 32), and is told that the address stays secret', () => {
    const violence = { need: 'violence', cause: 'domesticViolence', groups: [] };
    expect(pages(violence)).not.toContain('household');
    const { values } = walk(answers(violence), context);
    expect(notesFor('address', values, context).map((note) => note.title)).toEqual(['note.violence.title']);
    expect(applicationFrom(values, 'web', { today, city, demonstration, meansAsked: false }).recipient.shielded).toBe(
      true,
    );
  });

  test('a divorce is asked for household, income and proof', () => {
    expect(pages({ need: 'family', cause: 'marriageAndFamily', groups: ['none'] })).toEqual(
      expect.arrayContaining(['household', 'income', 'proof']),
    );
  });

  test('somebody on social assistance is not (art. 42)', () => {
    expect(pages({ need: 'family', cause: 'maintenance', groups: ['socialAssistance'] })).not.toContain('income');
  });

  test('an old person without a steady income is asked for that, and then not for figures', () => {
    const old = {
      need: 'family',
      cause: 'maintenance',
      groups: ['none'],
      documentNumber: demonstrationIdentityNumber('1950-01-01', 3, 'male'),
    };
    expect(pages({ ...old, livelihood: 'no' })).toContain('livelihood');
    expect(pages({ ...old, livelihood: 'no' })).not.toContain('income');
    expect(pages({ ...old, livelihood: 'yes' })).toContain('income');
  });

  test('a suspect is asked about stage and counsel, not about a cause or another side', () => {
    const suspect = {
      need: 'criminal',
      criminalRole: 'suspectOrDefendant',
      criminalStage: 'investigation',
      hasDefender: 'no',
      lifeOrDeath: 'unsure',
    };
    expect(pages(suspect)).toEqual(expect.arrayContaining(['criminal-role', 'criminal-stage', 'criminal-defender']));
    expect(pages(suspect)).not.toContain('cause');
    expect(pages(suspect)).not.toContain('opponent');
    expect(pages({ ...suspect, criminalRole: 'victim' })).toContain('opponent');
  });

  test('the victim of a crime is asked what was done; of violence at home neither income nor, after another choice, a stale cause', () => {
    const victim = { need: 'criminal', criminalRole: 'victim', criminalStage: 'investigation', groups: ['farmer'] };
    const matterOf = (changes: Typed) => {
      const { values } = walk(answers({ ...victim, ...changes }), context);
      return applicationFrom(values, 'web', { today, city, demonstration, meansAsked: false });
    };
    expect(pages(victim)).toContain('cause');
    expect(pages({ ...victim, cause: 'other' })).toContain('income');
    expect(pages({ ...victim, cause: 'domesticViolence' })).not.toContain('income');
    const told = matterOf({ cause: 'domesticViolence' });
    expect([told.matter.cause, told.recipient.shielded]).toEqual(['domesticViolence', true]);
    expect(matterOf({ cause: 'other' }).matter.cause).toBeUndefined();
    expect(matterOf({ cause: 'domesticViolence', criminalRole: 'suspectOrDefendant' }).matter.cause).toBeUndefined();
  });

  test('an identity card tells birth and sex; a passport does not', () => {
    expect(pages()).not.toContain('birth');
    expect(pages({ documentKind: 'passport', documentNumber: 'E12345678' })).toContain('birth');
    expect(pages({ documentKind: 'none', documentNumber: '' })).toContain('birth');
  });

  test('someone who lives elsewhere is not asked for a township', () => {
    expect(pages({ homeCounty: 'elsewhere' })).not.toContain('home-township');
    expect(pages({ homeTownship: 'unsure' })).not.toContain('home-village');
  });

  test('a second and a third opponent come one by one', () => {
    expect(pages({ opponentMore: 'yes' })).toContain('opponent-2');
    expect(pages({ opponentMore: 'yes', opponentMore2: 'yes' })).toContain('opponent-3');
    expect(pages({ opponentMore: 'no', opponentMore2: 'yes' })).not.toContain('opponent-3');
  });
});

describe('the way through', () => {
  test('begins at the first page and moves on one page at a time', () => {
    let journey = walk({ typed: {}, seen: [] }, context);
    expect(journey.next).toBe('need');
    journey = walk({ typed: { need: 'wages' }, seen: ['need'] }, context);
    expect(journey.next).toBe('story');
    expect(after(journey, 'need')).toBe('story');
  });

  test('a page of optional fields is answered only once it was sent on', () => {
    const { typed } = answers({ help: [], spokenLanguage: '' });
    expect(walk({ typed, seen: everySeen.filter((id) => id !== 'help') }, context).next).toBe('help');
    expect(walk({ typed, seen: everySeen }, context).next).toBe('check');
  });

  test('an answer changed afterwards opens the pages that follow from it', () => {
    const typed = {
      ...wageAnswers.typed,
      need: 'family',
      cause: 'marriageAndFamily',
      groups: ['none'],
      householdIncome: '',
    };
    expect(walk({ typed, seen: everySeen }, context).next).toBe('income');
  });

  test('answers to pages that no longer apply are left out', () => {
    const { values } = walk(answers({ urgent: ['none'] }), context);
    expect(values.limitationExpiresOn).toBeUndefined();
    expect(
      applicationFrom(values, 'web', { today, city, demonstration, meansAsked: false }).matter.limitationExpiresOn,
    ).toBeUndefined();
  });
});

describe('wrong answers say what to do', () => {
  test.each<[string, string, Typed, unknown]>([
    ['identity', '15 digits', { documentNumber: '533001860312002' }, expect.stringContaining('15位的身份证号码')],
    [
      'identity',
      'a wrong check digit',
      { documentNumber: `${demonstrationIdentityNumber('1986-03-12', 1, 'female').slice(0, 17)}${'0'}` },
      expect.stringContaining('校验不通过'),
    ],
    [
      'identity',
      'a day that never was',
      { documentNumber: '000000198602300021' },
      expect.stringContaining('不是一个真实的日期'),
    ],
    ['identity', 'nothing', { documentNumber: '' }, '请填写证件号码'],
    ['name', 'emoji', { name: '王小明😀' }, '姓名里不能有表情符号'],
    ['name', 'nothing', { name: ' 　' }, '请填写姓名'],
    ['phone', 'too short', { phone: '1380000' }, expect.stringContaining('11位')],
    ['story', 'nothing', { story: '' }, 'e.story'],
    ['story', 'too long', { story: '冤'.repeat(2001) }, 'e.tooLong'],
    ['deadline', '30 February', { 'limitationExpiresOn-m': '2', 'limitationExpiresOn-d': '30' }, 'e.date.noSuchDay'],
    ['deadline', 'two-digit year', { 'limitationExpiresOn-y': '26' }, 'e.date.year'],
    ['urgent', 'none and something', { urgent: ['none', 'deadline'] }, 'e.noneOrSome'],
    ['cause', 'a cause that is not offered', { cause: 'murder' }, 'e.choose'],
    ['home-township', 'a township of another county', { homeTownship: '530581101' }, 'e.choose'],
    ['need', 'not one of the eight', { need: 'gold' }, 'e.need'],
  ])('%s: %s', (step, _what, changes, expected) => {
    expect(errorsOf(step, changes)).toEqual([expected]);
  });

  test('a birthday tomorrow is refused, one today is not', () => {
    const born = (d: string): Typed => ({
      documentKind: 'none',
      documentNumber: '',
      'birthDate-y': '2026',
      'birthDate-m': '11',
      'birthDate-d': d,
      sex: 'female',
    });
    expect(errorsOf('birth', born('25'))).toEqual(['e.birth.future']);
    expect(errorsOf('birth', born('24'))).toEqual([]);
  });

  test('own income above the household’s', () => {
    const means = {
      need: 'family',
      cause: 'marriageAndFamily',
      groups: ['none'],
      householdIncome: '100',
      ownIncome: '100.01',
    };
    expect(errorsOf('income', means)).toEqual(['e.income.ownOverHousehold']);
    expect(errorsOf('income', { ...means, ownIncome: '100' })).toEqual([]);
  });

  test('outside the demonstration, numbers that belong to nobody are refused', () => {
    const real = { ...context, demonstration: false };
    const journey = walk(answers(), real);
    expect(journey.errorsOf.get('identity')).toHaveLength(1);
    expect(journey.errorsOf.get('phone')).toHaveLength(1);
  });
});

describe('names of every kind are ordinary', () => {
  test.each([
    '王𠮷',
    '㑇喆堃',
    '阿依·买买提',
    '阿依•买买提',
    '岩温罕',
    '努尔古丽·阿卜杜热西提·买买提明',
    'ཚེ་རིང',
    'Maria José O’Neill',
    '欧阳 娜娜',
    '陳淑芬',
  ])('%s', (name) => {
    expect(errorsOf('name', { name })).toEqual([]);
  });
});

describe('the application that is sent', () => {
  const build = (changes: Typed = {}) => {
    const journey = walk(answers(changes), context);
    const meansAsked = journey.steps.some((step) => step.id === 'household');
    return { journey, input: applicationFrom(journey.values, 'web', { today, city, demonstration, meansAsked }) };
  };

  test('is an application as the module takes it', () => {
    const { journey, input } = build();
    expect(journey.next).toBe('check');
    expect(applicationInput.safeParse(input)).toMatchObject({ success: true });
    expect(input).toMatchObject({
      applyingAs: 'self',
      proof: 'notNeeded',
      groups: expect.arrayContaining(['migrantWorker', 'farmer', 'woman', 'ethnicMinority']),
      matter: {
        class: 'civil',
        cause: 'labourPay',
        proceeding: 'nonLitigation',
        organRegion: '530502',
        limitationExpiresOn: '2026-11-28',
      },
      opponents: [{ name: '工地上的老王' }],
    });
    expect(input.household).toBeUndefined();
  });

  test('carries household in fen where means are asked', () => {
    const { input } = build({ need: 'family', cause: 'marriageAndFamily', groups: ['none'] });
    expect(input.household).toEqual({
      members: 4,
      annualIncome: 2_400_000,
      applicantAnnualIncome: 1_200_000,
      opponentInHousehold: false,
    });
    expect(input.proof).toBe('commitment');
  });

  test('a government office on the other side makes the matter administrative', () => {
    expect(build({ need: 'benefits', cause: 'socialAssistance', opponentKind: 'government' }).input.matter.class).toBe(
      'administrative',
    );
  });

  test('somebody else’s matter carries who applies, and in what capacity', () => {
    const { input } = build({
      forWhom: 'other',
      agentName: '李四',
      agentRelation: 'guardian',
      agentPhone: demonstrationPhone(5),
      agentIdNumber: demonstrationIdentityNumber('1970-01-01', 2, 'male'),
    });
    expect(input).toMatchObject({
      applyingAs: 'legalRepresentative',
      agent: { name: '李四', document: { kind: 'residentCard' } },
    });
    expect(applicationInput.safeParse(input).success).toBe(true);
  });

  test('how to reach the person safely stands where the staff read it first', () => {
    expect(build({ contactWay: 'discreet' }).input.matter.narrative).toContain(
      '联系要求：可以打电话，但先确认是本人，不要说是法律援助',
    );
  });

  test('where everything lies outside the city, the city’s own centre answers', () => {
    expect(build({ place: 'elsewhere', homeCounty: 'elsewhere' }).input.matter.occurrenceRegion).toBe('530500');
  });
});

test.each([
  ['2026-11-30', true],
  ['2026-12-01', false],
])('a period that ends on %s: urgent %s (art. 44: fewer than seven days)', (day, expected) => {
  expect(isUrgent({ urgent: ['deadline'], limitationExpiresOn: day }, today)).toBe(expected);
});

test('whatever is typed, the journey answers with pages and words, never with a crash; and what it calls complete is a valid application', () => {
  const choices = (name: FieldName): readonly string[] => {
    const { options } = fields[name];
    return Array.isArray(options)
      ? options.map((o: { value: string }) => o.value)
      : ['530502', '530502101', 'unsure', 'elsewhere', 'other', 'labourPay'];
  };
  const control = (name: FieldName) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...choices(name), ...[wageAnswers.typed[name] ?? ''].flat()) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...choices(name), 'none'), { maxLength: 4 }) },
    );
  const anything = fc.record(
    Object.fromEntries(
      (Object.keys(fields) as FieldName[]).flatMap((name) => controlNames(name).map((c) => [c, control(name)])),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anything, fc.boolean(), (typed, base) => {
      const journey = walk(
        { typed: (base ? { ...wageAnswers.typed, ...typed } : typed) as Typed, seen: everySeen },
        context,
      );
      expect(journey.steps.length).toBeGreaterThan(5);
      if (journey.next !== 'check') return;
      const meansAsked = journey.steps.some((step) => step.id === 'household');
      const parsed = applicationInput.safeParse(
        applicationFrom(journey.values, 'web', { today, city, demonstration, meansAsked }),
      );
      expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
