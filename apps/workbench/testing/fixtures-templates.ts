import { type FormKey, formKeys, forms } from '../../../modules/documents/forms/index.ts';
import { fieldsOf } from '../../../modules/documents/office-templates/fields.ts';
import type { OfficeForm, TemplateEdition } from '../src/api/templates.ts';
import { id } from './fixtures.ts';

const edition = (number: number, more: Partial<TemplateEdition>): TemplateEdition => ({
  id: id(9100 + number),
  edition: 1,
  state: 'APPROVED',
  version: 2,
  fileName: '样式.docx',
  warnings: [],
  uploadedByName: '杨文斌',
  uploadedAt: '2026-11-12T02:20:00.000Z',
  settledByName: '张仕琼',
  note: null,
  inForceFrom: '2026-11-16',
  inForceUntil: null,
  inForce: false,
  outOfStep: false,
  allowedActions: [],
  ...more,
});

/** One form with an edition in force, one that waits and one that was replaced; one whose own was turned down; the others as built in. */
const editions: { readonly [K in FormKey]?: readonly TemplateEdition[] } = {
  grantDecision: [
    edition(3, {
      edition: 3,
      state: 'PROPOSED',
      version: 1,
      uploadedAt: '2026-11-23T08:05:00.000Z',
      settledByName: null,
      inForceFrom: null,
      warnings: ['picture', 'header'],
      allowedActions: ['approve', 'reject'],
    }),
    edition(2, { edition: 2, inForce: true, outOfStep: true, allowedActions: ['end'] }),
    edition(1, {
      uploadedAt: '2026-09-01T02:20:00.000Z',
      inForceFrom: '2026-09-03',
      inForceUntil: '2026-11-16',
    }),
  ],
  refusalDecision: [
    edition(4, {
      state: 'REJECTED',
      inForceFrom: null,
      note: '第三条把提出异议的机关写成了本中心，请改为司法局。',
    }),
  ],
  supplementNotice: [edition(5, { inForceFrom: '2026-12-01', allowedActions: ['end'] })],
};

export const officeForms: readonly OfficeForm[] = formKeys.map((formKey) => ({
  formKey,
  title: forms[formKey].title,
  citation: forms[formKey].source.citation,
  fields: Object.entries(fieldsOf(formKey)).map(([name, { must, says }]) => ({ name, must, says })),
  editions: editions[formKey] ?? [],
}));
