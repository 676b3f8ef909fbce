import { field, options } from './field.ts';
import { oneOf, optionalLine, partyName } from './readers.ts';

/** The other side: up to three persons or units, each on a page of its own. */

export const opponentKinds = ['person', 'unit', 'government'] as const;

const kind = field({
  kind: 'radio',
  label: 'f.opponentKind',
  schema: oneOf(opponentKinds, 'e.choose'),
  options: options('opponent', opponentKinds),
});
const name = field({
  kind: 'text',
  label: 'f.opponentName',
  hint: 'f.opponentName.hint',
  schema: partyName,
  max: 100,
  autoComplete: 'off',
});
const phone = field({
  kind: 'text',
  label: 'f.opponentPhone',
  schema: optionalLine(40),
  max: 40,
  width: 'w11',
  inputMode: 'tel',
  autoComplete: 'off',
  optional: true,
});
const address = field({
  kind: 'text',
  label: 'f.opponentAddress',
  schema: optionalLine(120),
  max: 120,
  autoComplete: 'off',
  optional: true,
});
const more = field({
  kind: 'radio',
  label: 'f.opponentMore',
  schema: oneOf(['no', 'yes'], 'e.choose'),
  options: options('yn', ['no', 'yes']),
  twoColumns: true,
});

export const opponentFields = {
  opponentKind: kind,
  opponentName: name,
  opponentPhone: phone,
  opponentAddress: address,
  opponentMore: more,
  opponentKind2: kind,
  opponentName2: name,
  opponentPhone2: phone,
  opponentAddress2: address,
  opponentMore2: more,
  opponentKind3: kind,
  opponentName3: name,
  opponentPhone3: phone,
  opponentAddress3: address,
};

export const declarationFields = {
  declared: field({
    kind: 'checkbox',
    label: 'f.declared',
    schema: oneOf(['yes'], 'e.declared'),
    options: options('declared', ['yes']),
  }),
};
