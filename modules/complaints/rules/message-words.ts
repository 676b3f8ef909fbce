import type { Bilingual } from '../../policy/index.ts';
import type { ComplaintEvent } from '../lifecycle.ts';

type Say = (number: string, details: Readonly<Record<string, string>>) => Bilingual;

const look = { zh: '凭编号和查询码可以查看', en: 'Look it up with number and query code' };

/**
 * What the person is told when the bureau has moved their complaint on. A telephone lies about: nothing here says that somebody complained, nor
 * of whom.
 */
const words: Readonly<Partial<Record<ComplaintEvent, Say>>> = {
  requestInformation: (n, { dueOn = '' }) => ({
    zh: `【司法局】您反映的事（编号 ${n}）还缺一些内容，请在 ${dueOn} 前补上。${look.zh}要补什么。`,
    en: `[Justice bureau] Something is missing in what you told us (number ${n}); please supply it by ${dueOn}. ${look.en}.`,
  }),
  accept: (n) => ({
    zh: `【司法局】您反映的事（编号 ${n}）已经受理。${look.zh}什么时候办完。`,
    en: `[Justice bureau] What you told us (number ${n}) has been taken up. ${look.en}.`,
  }),
  declineToAccept: (n) => ({
    zh: `【司法局】您反映的事（编号 ${n}）没有受理。${look.zh}理由。`,
    en: `[Justice bureau] What you told us (number ${n}) was not taken up. ${look.en} why.`,
  }),
  passOn: (n) => ({
    zh: `【司法局】您反映的事（编号 ${n}）已经转到管这件事的司法局，查询码不变。${look.zh}。`,
    en: `[Justice bureau] What you told us (number ${n}) was passed on to the bureau in charge; your query code stays. ${look.en}.`,
  }),
  merge: (n) => ({
    zh: `【司法局】您反映的事（编号 ${n}）和先前的一件合在一起办。${look.zh}。`,
    en: `[Justice bureau] What you told us (number ${n}) is dealt with together with an earlier one. ${look.en}.`,
  }),
  reply: (n) => ({
    zh: `【司法局】您反映的事（编号 ${n}）有了答复。${look.zh}。`,
    en: `[Justice bureau] There is an answer to what you told us (number ${n}). ${look.en}.`,
  }),
};

/** True for the moves of which the person is told. */
export const isTold = (event: ComplaintEvent): boolean => words[event] !== undefined;

/** The message, in the language in which the person complained. */
export function messageWords(
  event: ComplaintEvent,
  language: keyof Bilingual,
  number: string,
  details: Readonly<Record<string, string>>,
): string {
  const say = words[event];
  if (say === undefined) throw new Error(`no words for ${event}`);
  return say(number, details)[language];
}
