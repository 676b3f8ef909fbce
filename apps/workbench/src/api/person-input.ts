import type { DocumentKind } from './codes.ts';

/** A person as the interface takes one. */
export interface PersonInput {
  readonly name: string;
  readonly sex?: 'male' | 'female';
  readonly birthDate?: string;
  readonly ethnicity?: string;
  readonly document?: { readonly kind: DocumentKind; readonly number: string };
  readonly phone?: string;
  readonly address?: string;
  readonly region?: string;
}
