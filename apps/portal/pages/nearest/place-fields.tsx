import type { ReactElement } from 'react';
import { plainText } from '../../components/field.tsx';
import type { Words } from '../../locales/locale.ts';
import type { Option } from '../../steps/field.ts';

export interface PlaceChoice {
  readonly counties: readonly Option[];
  /** Townships of the chosen county. */
  readonly townships: readonly Option[];
  /** Villages of the chosen township. */
  readonly villages?: readonly Option[];
  readonly chosen: { readonly county: string; readonly township: string; readonly village?: string };
}

/** County, then township, then village: where the person is, without a location. */
export function PlaceFields({
  words,
  counties,
  townships,
  villages = [],
  chosen,
}: PlaceChoice & { readonly words: Words }): ReactElement {
  return (
    <>
      <PlaceField words={words} name="county" options={counties} value={chosen.county} />
      {townships.length > 0 && <PlaceField words={words} name="township" options={townships} value={chosen.township} />}
      {villages.length > 0 && (
        <PlaceField words={words} name="village" options={villages} value={chosen.village ?? ''} />
      )}
    </>
  );
}

function PlaceField({
  words,
  name,
  options,
  value,
}: {
  readonly words: Words;
  readonly name: 'county' | 'township' | 'village';
  readonly options: readonly Option[];
  readonly value: string;
}): ReactElement {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {words.t(`nearest.${name}`)}
      </label>
      <select className="in" id={name} name={name} defaultValue={value}>
        <option value="">{words.t(name === 'county' ? 'form.choose' : 'nearest.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {plainText(words, option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
