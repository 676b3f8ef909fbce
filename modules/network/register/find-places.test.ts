import { describe, expect, test } from 'vitest';
import type { Region } from '../schema.ts';
import { findPlaces } from './find-places.ts';
import { loadRegister } from './load.ts';
import { makeRegister } from './register.ts';

const register = loadRegister();
const on = '2026-11-24';
const found = (text: string) => findPlaces(register, text, { on, within: '530500' }).map(({ fullName }) => fullName);

describe('what a person types', () => {
  test('a part of a name', () => expect(found('太平镇')).toContain('施甸县太平镇'));
  test('nothing, or only spaces, finds nothing', () => expect([found(''), found('  ')]).toEqual([[], []]));
  test('a whole address with its group and number', () =>
    expect(found('云南省保山市施甸县仁和镇金鸭塘村三组 12 号')).toEqual(['施甸县仁和镇金鸭塘村']));
  test('an address that names only county and township ends at the township', () =>
    expect(found('施甸县太平镇老街上的粮站旁边')).toEqual(['施甸县太平镇']));
  test('words that name no place find none', () => expect(found('我要找律师帮忙')).toEqual([]));
  test('never more than asked for', () =>
    expect(findPlaces(register, '村', { on, within: '530500', limit: 5 })).toHaveLength(5));
});

describe('units come and go', () => {
  const unit = (
    code: string,
    name: string,
    level: Region['level'],
    parent: string | null,
    days: Partial<Region> = {},
  ) => ({ code, name, level, parent, pinyin: 'x', validFrom: null, validTo: null, ...days }) satisfies Region;
  const small = makeRegister(
    [
      unit('530000', '云南省', 'province', null),
      unit('530500', '保山市', 'city', '530000'),
      unit('530581', '腾冲市', 'county', '530500'),
      unit('530581200', '清水乡', 'township', '530581', { validTo: '2020-12-31' }),
      unit('530581101', '清水镇', 'township', '530581', { validFrom: '2021-01-01' }),
      unit('530581102', '清水新城', 'township', '530581', { validFrom: '2030-01-01' }),
    ],
    { source: 's', asOf: '2026-01-01', licence: 'l' },
  );
  test('the old name is found after the new one, and marked; what has not begun is not', () => {
    const places = findPlaces(small, '清水', { on });
    expect(places.map(({ fullName, former }) => [fullName, former])).toEqual([
      ['腾冲市清水镇', false],
      ['腾冲市清水乡', true],
    ]);
  });
});
