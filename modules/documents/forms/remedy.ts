import { z } from 'zod';
import type { DocumentHead } from '../schema.ts';
import { line } from '../schema.ts';
import { type Block, paragraph, t, unverifiedMark } from './blocks.ts';

/** 提出异议的期限: the Law names none; the procedure rules do (`verified: false` until their text has been read). */
export const objectionPeriod = z
  .strictObject({ days: z.int().min(1).max(365), citation: line(200), verified: z.boolean() })
  .optional();

/** 救济途径 against a refusal or a termination (Legal Aid Law art. 49). */
export function remedy(head: DocumentHead, period: z.infer<typeof objectionPeriod>): readonly Block[] {
  return [
    paragraph(
      t`您对本决定有异议的，可以${period ? t`自收到本决定书之日起${period.days}日内（${period.citation}）${unverifiedMark(period.verified)}` : ''}向${head.agency.bureau}提出。${head.agency.bureau}应当自收到异议之日起五日内进行审查，作出维持本机构决定或者责令本机构改正的决定。您对维持决定不服的，可以依法申请行政复议或者提起行政诉讼（《法律援助法》第四十九条）。`,
    ),
  ];
}
