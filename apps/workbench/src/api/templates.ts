import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';

export const templateWarnings = [
  'picture',
  'header',
  'footnote',
  'sections',
  'nestedTable',
  'trackedChanges',
  'textBox',
] as const;
export const templateMoves = ['approve', 'reject', 'withdraw', 'end'] as const;
export type TemplateMove = (typeof templateMoves)[number];
export const templateStates = ['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'ENDED'] as const;

/** 本机构样式: one edition of one form. */
export interface TemplateEdition {
  readonly id: string;
  readonly edition: number;
  readonly state: string;
  readonly version: number;
  readonly fileName: string;
  readonly warnings: readonly string[];
  readonly uploadedByName: string;
  readonly uploadedAt: string;
  readonly settledByName: string | null;
  readonly note: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly inForce: boolean;
  readonly outOfStep: boolean;
  readonly allowedActions: readonly string[];
}

export interface OfficeForm {
  readonly formKey: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly citation: string;
  readonly fields: readonly {
    readonly name: string;
    readonly must: boolean;
    readonly says: { readonly zh: string; readonly en: string };
  }[];
  readonly editions: readonly TemplateEdition[];
}

export const templatesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['templates', tenant],
    queryFn: ({ signal }) =>
      get<{ forms: readonly OfficeForm[]; mayPropose: boolean }>(`/api/templates/${tenant}`, undefined, signal),
  });

export const starterAddress = (tenant: string, formKey: string): string =>
  `/api/templates/${tenant}/forms/${formKey}/starter`;

export const editionAddress = (tenant: string, id: string, format: 'file' | 'pdf'): string =>
  `/api/templates/${tenant}/editions/${id}/${format}`;

export function handInTemplate(tenant: string, formKey: string, file: File): Promise<unknown> {
  const body = new FormData();
  body.append('file', file, file.name);
  return post(`/api/templates/${tenant}/forms/${formKey}`, body);
}

export const moveTemplate = (move: TemplateMove, body: object): Promise<unknown> =>
  post(`/api/templates/${move}`, body);
