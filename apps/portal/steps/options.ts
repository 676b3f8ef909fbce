import { childrenOf, type Region, shortNameOf } from '../../../modules/network/index.ts';
import type { JourneyContext } from './context.ts';
import type { Field, Option } from './field.ts';
import { elsewhere, unsure } from './fields-person.ts';
import { type FieldName, fields, type Values } from './values.ts';

/** The options of a choice, as they stand for these answers. Fixed lists are returned as they are. */
export function optionsOf(name: FieldName, values: Values, context: JourneyContext): readonly Option[] {
  const { options }: Field = fields[name];
  if (options === undefined) return [];
  if (typeof options !== 'string') return options;
  const { register, city, today } = context;
  switch (options) {
    case 'bureaus':
      return [...childrenOf(register, city, today).map(regionOption), { value: city, label: 'o.place.city' }];
    case 'causes':
      return [
        ...context.causesFor(values.need ?? 'other', values.story ?? '').map(
          (cause): Option => ({
            value: cause.code,
            label: cause.text,
            ...(cause.hint === undefined ? {} : { hint: cause.hint }),
          }),
        ),
        { value: 'other', label: 'o.cause.other', hint: 'o.cause.other.hint' },
      ];
    case 'counties':
      return [...childrenOf(register, city, today).map(regionOption), { value: elsewhere, label: 'o.home.elsewhere' }];
    case 'organCounties':
      return [
        ...childrenOf(register, city, today).map(regionOption),
        ...(values.organ === undefined || values.organ === 'none'
          ? []
          : [{ value: city, label: 'o.place.city' } as const]),
        { value: elsewhere, label: 'o.place.elsewhere' },
        { value: unsure, label: 'o.place.unsure' },
      ];
    case 'townships':
      return [
        ...childrenOf(register, values.homeCounty ?? '', today).map(regionOption),
        { value: unsure, label: 'o.home.unsure' },
      ];
    case 'villages':
      return [
        ...childrenOf(register, values.homeTownship ?? '', today).map(regionOption),
        { value: unsure, label: 'o.home.unsure' },
      ];
  }
}

export function regionOption(region: Region): Option {
  const name = shortNameOf(region);
  return { value: region.code, label: { zh: name, en: `${name} ${romanised(region.pinyin, [...name].length)}` } };
}

/** Syllables of the register's pinyin as one capitalised word: `shi dian xian` → `Shidianxian`. */
function romanised(pinyin: string, syllables: number): string {
  const word = pinyin.split(' ').slice(0, syllables).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
