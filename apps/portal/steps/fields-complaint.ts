import { againstKinds, groundKeys, standings } from '../../../modules/complaints/index.ts';
import { field, options } from './field.ts';
import { chosen, oneOf, optionalLine, optionalPhone, optionalProse, personName, prose, someOf } from './readers.ts';

/** 投诉 in the person's own words: about which matter and whom, what happened, what is wished for, and who says so if they like. */

export const complainantKinds = ['named', 'anonymous'] as const;

export const complaintFields = {
  complaintMatter: field({
    kind: 'text',
    label: 'q.complaintMatter',
    schema: optionalLine(60),
    max: 60,
    autoComplete: 'off',
    spellCheck: false,
    optional: true,
  }),
  complaintPlace: field({
    kind: 'radio',
    label: 'q.complaintPlace',
    schema: chosen('e.choose'),
    options: 'bureaus',
    twoColumns: true,
  }),
  againstKind: field({
    kind: 'radio',
    label: 'q.against',
    schema: oneOf(againstKinds, 'e.choose'),
    options: options('against', againstKinds),
  }),
  againstName: field({
    kind: 'text',
    label: 'f.againstName',
    hint: 'f.againstName.hint',
    schema: optionalLine(100),
    max: 100,
    autoComplete: 'off',
    optional: true,
  }),
  complaintGrounds: field({
    kind: 'checkbox',
    label: 'q.grounds',
    schema: someOf(groundKeys, 'e.grounds'),
    options: options('complaint', groundKeys),
  }),
  complaintStory: field({
    kind: 'textarea',
    label: 'q.happened',
    schema: prose(5000, 'e.story'),
    max: 5000,
    rows: 9,
  }),
  complaintWish: field({
    kind: 'textarea',
    label: 'q.wish',
    schema: optionalProse(1000),
    max: 1000,
    rows: 4,
    optional: true,
  }),
  standing: field({
    kind: 'radio',
    label: 'q.standing',
    schema: oneOf(standings, 'e.choose'),
    options: options('standing', standings),
  }),
  complainantKind: field({
    kind: 'radio',
    label: 'q.named',
    schema: oneOf(complainantKinds, 'e.choose'),
    options: options('named', complainantKinds),
  }),
  complainantName: field({
    kind: 'text',
    label: 'f.complainantName',
    schema: personName,
    max: 100,
    autoComplete: 'name',
  }),
  complainantPhone: field({
    kind: 'text',
    label: 'f.complainantPhone',
    hint: 'f.complainantPhone.hint',
    schema: optionalPhone,
    max: 30,
    width: 'w11',
    inputMode: 'tel',
    autoComplete: 'tel',
    optional: true,
  }),
  complainantAddress: field({
    kind: 'text',
    label: 'f.complainantAddress',
    hint: 'f.complainantAddress.hint',
    schema: optionalLine(200),
    max: 200,
    autoComplete: 'street-address',
    optional: true,
  }),
};
