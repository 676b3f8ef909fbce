import { basisLabels, residenceLabels, subsidyKindLabels } from '../labels.ts';
import { yuan } from '../rules/yuan.ts';
import { type Residence, residences } from '../schema.ts';
import { proposeSubsidy } from '../subsidy/propose-subsidy.ts';
import { type DatedLaw, type Difference, difference, type Lens, type Said } from './difference.ts';
import { fractionWords } from './figure-words.ts';
import { subsidyKinds } from './tariff-schema.ts';

/** The line of hardship on two days: whose income, which fraction, and what that comes to. */
export function compareMeans(before: DatedLaw, after: DatedLaw, lens: Lens): readonly Difference[] {
  return residences
    .filter((residence) => lens.residence === undefined || residence === lens.residence)
    .flatMap((residence) => {
      const one = difference(
        residenceLabels[residence],
        line(before, lens.region, residence),
        line(after, lens.region, residence),
      );
      return one === undefined ? [] : [one];
    });
}

function line({ law, on }: DatedLaw, region: string, residence: Residence): readonly Said[] {
  const row = law.standards.find(region, residence, on);
  const multiplier = row && law.bookFor(on, region)?.multipliers.find(({ basis }) => basis === row.basis);
  if (row === undefined || multiplier === undefined) return [];
  const [numerator, denominator] = multiplier.fraction;
  const base = yuan(row.perCapitaAnnual);
  const most = yuan((row.perCapitaAnnual * numerator) / denominator);
  const fraction = fractionWords(multiplier.fraction);
  const basis = basisLabels[row.basis];
  return [
    {
      text: {
        zh: `人均年收入不超过 ${most} 元（${basis.zh} ${base} 元的${fraction.zh}）`,
        en: `${most} yuan a head and year (${fraction.en} ${basis.en.toLowerCase()}, ${base} yuan)`,
      },
      citation: multiplier.cite.zh,
      verified: row.verified && multiplier.verified,
    },
  ];
}

/** What is paid for each kind of work, and what may be added or taken off. */
export function compareTariff(before: DatedLaw, after: DatedLaw, region: string): readonly Difference[] {
  const differences: Difference[] = [];
  const items = new Map<string, [Said[], Said[]]>();
  for (const kind of subsidyKinds) {
    const sides = [before, after].map(({ law, on }) => {
      const offer = proposeSubsidy({ kind, region: region.padEnd(6, '0'), closedOn: on, designatedOn: on }, law);
      return offer.ok ? offer.value : undefined;
    });
    const [a = [], b = []] = sides.map((offer): Said[] =>
      offer === undefined ? [] : [{ text: offer.band.text, citation: offer.citation, verified: offer.verified }],
    );
    const one = difference(subsidyKindLabels[kind], a, b);
    if (one !== undefined) differences.push(one);
    sides.forEach((offer, side) => {
      for (const item of [...(offer?.additions ?? []), ...(offer?.deductions ?? [])]) {
        const both = items.get(item.key) ?? [[], []];
        items.set(item.key, both);
        both[side as 0 | 1] = [
          { text: item.text, citation: item.citation, verified: item.verified ?? offer?.verified ?? false },
        ];
      }
    });
  }
  for (const [a, b] of items.values()) {
    const { zh = '', en = '' } = (b[0] ?? a[0])?.text ?? {};
    const one = difference({ zh: zh.split('，')[0] ?? zh, en: en.split(':')[0] ?? en }, a, b);
    if (one !== undefined) differences.push(one);
  }
  return differences;
}
