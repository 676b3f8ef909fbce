import { z } from 'zod';
import { day, line, printedHandler } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, cited, opening, ordinal, sealed } from './wording.ts';

export const reliefText = { deferred: '缓交', reduced: '减交', waived: '免交' } as const;
const reliefs = ['waived', 'reduced', 'deferred'] as const;

/** What the grounds ask for, the furthest first. */
export function reliefsAsked(grounds: readonly { readonly relief: (typeof reliefs)[number] }[]) {
  return reliefs.filter((relief) => grounds.some((ground) => ground.relief === relief));
}

/**
 * 诉讼费用缓减免函: tells the court that aid was granted, and on which grounds of the measures on court fees relief is asked for
 * (法律援助法 art. 53; 诉讼费用交纳办法 arts 44–49). The person applies to the court; this letter is what shows the aid.
 */
export const courtFeeReliefLetter = defineForm({
  title: { zh: '关于缓交、减交、免交诉讼费用的函', en: 'Letter on relief of the court fee' },
  version: 1,
  layout: 'letter',
  numbering: { step: '费函' },
  source: { citation: '《法律援助法》第五十三条；《诉讼费用交纳办法》第四十四条至第四十九条', verified: true },
  body: z.strictObject({
    court: line(120).min(1),
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    grantedOn: day,
    grantNumber: line(80).optional(),
    handler: printedHandler.optional(),
    grounds: z
      .array(z.strictObject({ text: line(200).min(1), relief: z.enum(reliefs), citation: line(120).min(1) }))
      .min(1)
      .max(6),
  }),
  compose(b, head) {
    const asked = reliefsAsked(b.grounds);
    return [
      ...opening(head, '关于缓交、减交、免交诉讼费用的函'),
      salutation(t`${b.court}：`),
      paragraph(
        t`${b.recipientName}因${b.cause}一案，经本机构审查符合法律援助条件，已于${chineseDate(b.grantedOn)}作出${cited('给予法律援助决定书', b.grantNumber)}${b.handler === undefined ? '' : t`，由${b.handler.unit}${b.handler.name}承办`}。`,
      ),
      paragraph(
        t`根据《法律援助法》第五十三条和《诉讼费用交纳办法》的规定，请对${b.recipientName}准予${asked.map((relief) => reliefText[relief]).join('、')}诉讼费用。依据：`,
      ),
      ...b.grounds.map((ground, i) =>
        paragraph(
          t`${b.grounds.length > 1 ? `（${ordinal(i)}）` : ''}${ground.text}（${ground.citation}，${reliefText[ground.relief]}）。`,
        ),
      ),
      paragraph(
        '缓交的，请在决定立案之前作出决定；不予批准的，请书面说明理由（《诉讼费用交纳办法》第四十八条、第四十九条）。',
      ),
      paragraph('特此函告。'),
      paragraph(t`联系电话：${head.agency.phone ?? ''}`),
      sealed(head),
      paragraph('附：给予法律援助决定书复印件'),
    ];
  },
});
