import type { Bilingual } from '../../../kernel/i18n/index.ts';
import { type Register, regionOf } from '../../../modules/network/index.ts';
import { type Cause, causeCatalogue, type Group, groupLabels, type Question } from '../../../modules/policy/index.ts';
import { plainText } from '../components/field.tsx';
import type { Words } from '../locales/locale.ts';
import { causesFor } from '../steps/causes-for.ts';
import type { Option } from '../steps/field.ts';
import { askedGroups } from '../steps/fields-means.ts';
import { regionOption } from '../steps/options.ts';
import { type FieldName, fields, type Values } from '../steps/values.ts';

/** What can be chosen for a field, as the law leaves it open: a box that no longer matters is not shown. */
export function preOptions(
  name: FieldName,
  { id, facts, values }: Question,
  before: Values,
  register: Register,
): readonly Option[] {
  switch (name) {
    case 'cause':
      return causeOptions(values.map(String), before);
    case 'preAge':
      return values.map((begins, at) => ({
        value: String(begins),
        label: bandWords(Number(begins), values[at + 1] === undefined ? undefined : Number(values[at + 1])),
      }));
    case 'preGroups':
      return [
        ...inUsualOrder(facts.map((fact) => fact.slice('group.'.length) as Group)).map(groupOption),
        noneOption('o.group.none'),
      ];
    case 'preCircumstances':
      return fixed(name).filter(
        ({ value }) => value === 'none' || facts.some((fact) => fact === value || fact === `impairment.${value}`),
      );
    case 'preRegion':
      return values.flatMap((code) => {
        const region = regionOf(register, String(code));
        return region === undefined ? [] : [regionOption(region)];
      });
    case 'criminalRole':
    case 'criminalStage':
      return id === 'role' || id === 'stage' ? fixed(name).filter(({ value }) => values.includes(value)) : fixed(name);
    default:
      return fixed(name);
  }
}

/** Fields with options of their own; those of the register are resolved above. */
function fixed(name: FieldName): readonly Option[] {
  const { options } = fields[name] as { options?: readonly Option[] | string };
  return options === undefined || typeof options === 'string' ? [] : options;
}

function causeOptions(open: readonly string[], before: Values): readonly Option[] {
  const criminal = before.need === 'criminal';
  const plain = criminal
    ? causeCatalogue.map(({ cause, plain: text }) => ({ code: cause, text }))
    : causesFor(before.need ?? 'other', '');
  return [
    ...plain
      .filter(({ code }) => code !== 'other' && open.includes(code))
      .map(({ code, text }): Option => ({ value: code, label: text })),
    criminal ? noneOption('o.group.none', 'other') : { value: 'other', label: 'o.cause.other' },
  ];
}

/** The causes that a need may turn out to be; "something else" leaves all of them open. */
export function causesOfNeed(need: Values['need']): Cause[] | undefined {
  if (need === undefined || need === 'criminal' || need === 'other') return undefined;
  return [...causesFor(need, '').map(({ code }) => code as Cause), 'other'];
}

function groupOption(group: Group): Option {
  const asked = askedGroups.find((known) => known === group);
  return { value: group, label: asked === undefined ? groupLabels[group] : `o.group.${asked}` };
}

/** Groups as the application lists them, those it does not ask for last. */
export function inUsualOrder(groups: readonly Group[]): readonly Group[] {
  const asked = askedGroups.filter((group) => groups.includes(group));
  return [...asked, ...groups.filter((group) => !askedGroups.some((known) => known === group))];
}

/** A group as it is named on the pages. */
export function groupWords(group: Group, words: Words): string {
  return plainText(words, groupOption(group).label);
}

const noneOption = (label: 'o.group.none', value = 'none'): Option => ({ value, label });

/** 不满 18 岁 · 18 到 59 岁 · 60 岁以上: the bands between the ages at which the law changes its mind. */
function bandWords(begins: number, ends: number | undefined): Bilingual {
  if (ends === undefined) return { zh: `${begins} 岁以上（含 ${begins} 岁）`, en: `${begins} or over` };
  if (begins === 0) return { zh: `不满 ${ends} 岁`, en: `Under ${ends}` };
  return { zh: `${begins} 到 ${ends - 1} 岁`, en: `${begins} to ${ends - 1}` };
}
