import type { Generated } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { IdentityDocumentKind } from './rules/identity-document.ts';
import type { Sex } from './rules/identity-number.ts';

/** 人员: one person as the matters of one centre know them. `…Sealed` is encrypted in the field, `…Index` finds it. */
export interface PersonTable {
  tenant: string;
  id: string;
  name: string;
  nameFolded: string;
  namePinyin: string;
  nameInitials: string;
  sex: Sex | null;
  birthDate: LocalDate | null;
  ethnicity: string | null;
  documentKind: IdentityDocumentKind | null;
  documentNumberSealed: string | null;
  documentIndex: string | null;
  phoneSealed: string | null;
  phoneIndex: string | null;
  addressSealed: string | null;
  region: string | null;
  shielded: Generated<boolean>;
  demonstration: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  version: Generated<number>;
}

/** What a correction replaced, sealed as one text. */
export interface PersonVersionTable {
  tenant: string;
  id: string;
  personId: string;
  version: number;
  valuesSealed: string;
  replacedAt: Instant;
  replacedBy: string;
}

/** What somebody said of two rows; `personId` is the lesser of the two ids. */
export interface PersonLinkTable {
  tenant: string;
  personId: string;
  otherId: string;
  same: boolean;
  saidBy: string;
  saidAt: Instant;
}

export type PeopleTables = {
  personLink: PersonLinkTable;
  person: PersonTable;
  personVersion: PersonVersionTable;
};
