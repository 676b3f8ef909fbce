import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { localDateOf } from '../../kernel/time/index.ts';
import { applicationInput } from '../../modules/applications/index.ts';
import {
  countyOf,
  loadRegister,
  NewAgency,
  NewExpert,
  NewHandler,
  NewLiaison,
  stationKinds,
} from '../../modules/network/index.ts';
import { checkIdentityNumber, checkPersonName, checkPhone } from '../../modules/people/index.ts';
import { cuesOf, inventCity } from './city.ts';
import { contains, countySketches } from './ground.ts';

const register = loadRegister();
const city = inventCity({ register });
const today = localDateOf(city.until);
const everybody = [
  ...city.stories.flatMap(({ application: { recipient, agent } }) =>
    agent === undefined ? [recipient] : [recipient, agent],
  ),
  ...city.consultations.flatMap(({ person }) => (person === null ? [] : [person])),
];
const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_, v: unknown) => (v instanceof Map ? [...v] : v)))
    .digest('hex');

describe('the same seed', () => {
  test('gives the same city, byte for byte', () => expect(digest(inventCity({ register }))).toBe(digest(city)));
  test('another seed gives another', () =>
    expect(digest(inventCity({ register, seed: '别的' }))).not.toBe(digest(city)));
  test('another curtain still tells every story before it', () => {
    const earlier = inventCity({ register, until: '2026-09-30T08:00:00.000Z' });
    expect(earlier.stories).toHaveLength(city.stories.length);
    expect(earlier.stories.every(({ steps }) => steps.every(({ at }) => at <= '2026-09-30T08:00:00.000Z'))).toBe(true);
  });
});

describe('the network has the reported size', () => {
  const count = (...kinds: readonly string[]) => city.agencies.filter(({ kind }) => kinds.includes(kind)).length;
  test.each([
    ['centres', count('centre'), 6],
    ['stations', count(...stationKinds), 133],
    ['stations at townships’ justice offices', count('townshipStation'), 76],
    ['stations in courts', count('courtStation'), 6],
    ['stations inside partner organisations', count('partnerStation'), 19],
    ['other stations', count('otherStation'), 32],
    ['points in villages', count('villagePoint'), 957],
    ['liaisons', city.liaisons.length, 957],
    ['handlers', city.handlers.length, 516],
    ['experts', city.experts.length, 13],
  ])('%s: %i', (_, is, should) => expect(is).toBe(should));

  test('everything passes the register’s own shapes, and says that it is invented', () => {
    for (const agency of city.agencies) expect(NewAgency.parse(agency).demonstration).toBe(true);
    for (const handler of city.handlers) expect(NewHandler.parse(handler).demonstration).toBe(true);
    for (const expert of city.experts) expect(NewExpert.parse(expert).demonstration).toBe(true);
    for (const liaison of city.liaisons) expect(NewLiaison.parse(liaison).demonstration).toBe(true);
  });

  test.each([
    ['agencies', city.agencies.map(({ code }) => code)],
    ['agencies’ phones', city.agencies.map(({ phone }) => phone)],
    ['handlers', city.handlers.map(({ code }) => code)],
    ['licences', city.handlers.flatMap(({ licenceNumber }) => licenceNumber ?? [])],
    ['liaisons', city.liaisons.map(({ code }) => code)],
    ['law firms', city.agencies.flatMap(({ kind, name }) => (kind === 'lawFirm' ? [name] : []))],
  ])('no two %s share a number or a name', (_, codes) => expect(new Set(codes).size).toBe(codes.length));

  test('the halls of the centres stand at street level and are barrier-free', () => {
    expect(
      city.agencies
        .filter(({ kind }) => kind === 'centre')
        .every(({ streetLevel, barrierFree }) => streetLevel && barrierFree),
    ).toBe(true);
  });

  test('every centre has lawyers for minors and for the gravest charges', () => {
    for (const { tenant } of city.agencies.filter(({ kind }) => kind === 'centre')) {
      const able = city.handlers.filter(
        (h) => h.tenant === tenant && h.trainedForMinors && (h.criminalDefenceSince ?? '9') < '2023-01-01',
      );
      expect(able.length, tenant).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the ground', () => {
  test('gives every place of the city a position, and calls each schematic', () => {
    const places = register.regions.filter(({ level }) => level !== 'province');
    expect(city.ground.size).toBe(places.length);
    for (const { code } of places) expect(city.ground.get(code)?.kind, code).toBe('schematic');
  });

  test('keeps townships and villages inside the outline of their own county and outside the others', () => {
    for (const [code, { lon, lat }] of city.ground) {
      const own = countyOf(register, code)?.code;
      if (own === undefined) continue;
      const inside = Object.entries(countySketches).flatMap(([county, { outline }]) =>
        contains(outline, [lon, lat]) ? [county] : [],
      );
      expect(inside, code).toEqual([own]);
    }
  });

  test('puts no two places on one spot', () => {
    const spots = [...city.ground].filter(([code]) => code.length > 6).map(([, { lon, lat }]) => `${lon},${lat}`);
    expect(new Set(spots).size).toBe(spots.length);
  });

  test('peoples every village, and vouches for none of the figures', () => {
    expect(city.population).toHaveLength(957);
    expect(
      city.population.every(
        ({ verified, residents, older, children, disabled }) => !verified && older + children + disabled < residents,
      ),
    ).toBe(true);
  });
});

describe('the people', () => {
  test('carry identity numbers of a region that does not exist, with a valid check digit', () => {
    for (const { document } of everybody) {
      const number = document?.number ?? '';
      expect(number.startsWith('000000'), number).toBe(true);
      expect(checkIdentityNumber(number, { today, allowDemonstration: true }), number).toMatchObject({
        ok: true,
        kind: 'demonstration',
      });
      expect(checkIdentityNumber(number, { today }).ok).toBe(false);
    }
  });

  test('number, birth date and sex agree', () => {
    for (const { document, birthDate, sex } of everybody) {
      expect(checkIdentityNumber(document?.number ?? '', { today, allowDemonstration: true })).toMatchObject({
        birthDate,
        sex,
      });
    }
  });

  test('one number, one name; one phone, one name', () => {
    const pairs = everybody.map(({ document, phone, name }) => ({ number: document?.number, phone, name }));
    const unique = (key: 'number' | 'phone') => new Set(pairs.map((p) => p[key])).size;
    const people = new Set(pairs.map((p) => JSON.stringify(p))).size;
    expect([unique('number'), unique('phone')]).toEqual([people, people]);
  });

  test('can be rung up by nobody', () => {
    const phones = [
      ...everybody.map(({ phone }) => phone),
      ...city.handlers.map(({ phone }) => phone),
      ...city.liaisons.map(({ phone }) => phone),
    ];
    for (const phone of phones) expect(checkPhone(phone ?? '').ok, phone ?? '').toBe(false);
  });

  test('bear names the register takes; some are long and carry ·', () => {
    const names = [
      ...everybody.map(({ name }) => name),
      ...city.handlers.map(({ name }) => name),
      ...city.liaisons.map(({ name }) => name),
    ];
    for (const name of names) expect(checkPersonName(name), name).toEqual({ ok: true, normalised: name });
    expect(names.filter((name) => name.split('·').length === 3).length).toBeGreaterThan(10);
    expect(names.some((name) => [...name].some((character) => character.length === 2))).toBe(true);
  });
});

describe('the applications', () => {
  test('are what the application desk takes', () => {
    for (const { key, application } of city.stories) {
      const parsed = applicationInput.safeParse(application);
      expect(parsed.error?.issues ?? [], key).toEqual([]);
    }
  });

  test('say no day and no month that has not come yet', () => {
    for (const { key, facts, application } of city.stories) {
      const { narrative } = application.matter;
      for (const [, month = '', day = ''] of narrative.matchAll(/(?<![年\d])(\d{1,2})月(\d{1,2})日/g)) {
        const told = `${facts.receivedOn.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
        expect(told <= facts.receivedOn, `${key}: ${narrative}`).toBe(true);
      }
    }
  });

  test('tell in many words: no narrative stands more than five times', () => {
    const counts = new Map<string, number>();
    for (const { application, notifiedByOrgan } of city.stories) {
      if (notifiedByOrgan) continue;
      const { narrative } = application.matter;
      counts.set(narrative, (counts.get(narrative) ?? 0) + 1);
    }
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(5);
  });
});

test('everything that happens is played in its order', () => {
  const cues = cuesOf(city);
  expect(cues.every((cue, i) => i === 0 || (cues[i - 1]?.at ?? '') <= cue.at)).toBe(true);
  const seen = new Map<string, number>();
  for (const cue of cues) {
    if (cue.kind !== 'step') continue;
    expect(cue.index, cue.story.key).toBe(seen.get(cue.story.key) ?? 0);
    seen.set(cue.story.key, cue.index + 1);
  }
  expect([...seen.values()].reduce((a, b) => a + b, 0)).toBe(
    city.stories.reduce((n, { steps }) => n + steps.length, 0),
  );
});
