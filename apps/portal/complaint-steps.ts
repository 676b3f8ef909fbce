import type { JourneyContext } from './steps/context.ts';
import { placeOfNumber } from './steps/derived.ts';
import { type FieldError, phoneFault, type Values } from './steps/values.ts';
import type { Section, Step } from './steps.ts';

/** The five parts of a complaint, in order. */
export const complaintSections = ['about', 'what', 'you', 'papers', 'send'] as const satisfies readonly Section[];

/** 投诉, as a table: about whom, what happened, who says so. The order is the order of the pages. */
export const complaintSteps: readonly Step[] = [
  {
    id: 'matter',
    section: 'about',
    title: 'q.complaintMatter',
    hint: 'q.complaintMatter.hint',
    fields: ['complaintMatter'],
  },
  {
    id: 'place',
    section: 'about',
    title: 'q.complaintPlace',
    hint: 'q.complaintPlace.hint',
    fields: ['complaintPlace'],
    when: (v, context) => placeOfNumber(v.complaintMatter, context) === undefined,
  },
  { id: 'whom', section: 'about', title: 'q.against', fields: ['againstKind', 'againstName'], check: nameOfStaff },
  { id: 'grounds', section: 'what', title: 'q.grounds', hint: 'q.grounds.hint', fields: ['complaintGrounds'] },
  { id: 'happened', section: 'what', title: 'q.happened', hint: 'q.happened.hint', fields: ['complaintStory'] },
  { id: 'wish', section: 'what', title: 'q.wish', hint: 'q.wish.hint', fields: ['complaintWish'] },
  { id: 'standing', section: 'you', title: 'q.standing', fields: ['standing'] },
  { id: 'named', section: 'you', title: 'q.named', hint: 'q.named.hint', fields: ['complainantKind'] },
  {
    id: 'contact',
    section: 'you',
    title: 'q.complainant',
    hint: 'q.complainant.hint',
    fields: ['complainantName', 'complainantPhone', 'complainantAddress'],
    when: (v) => v.complainantKind === 'named',
    check: (v, context) => phoneFault('complainantPhone', v.complainantPhone, context),
  },
  { id: 'papers', section: 'papers', title: 'q.papers', hint: 'q.papers.hint', fields: [] },
  { id: 'check', section: 'send', title: 'q.check', hint: 'q.check.hint', fields: [] },
];

/** Of somebody at a counter there is nothing else to go by than a name, or how they looked. */
function nameOfStaff(values: Values, _context: JourneyContext): readonly FieldError[] {
  return values.againstKind === 'staff' && values.againstName === undefined
    ? [{ field: 'againstName', say: { key: 'e.againstName' } }]
    : [];
}
