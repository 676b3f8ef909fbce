import type { JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { FormKey } from './forms/index.ts';
import type { DocumentHead } from './schema.ts';
import type { ServiceMethod, Signing } from './service-schema.ts';
import type { TemplateState } from './template-lifecycle.ts';

/** 文书: a paper as issued. Its words never change; the rendered files may be made later, once, and then stand too. */
export interface DocumentTable {
  tenant: string;
  id: string;
  matterId: string;
  /** What the paper belongs to: `application`, `case` … and its id. */
  subject: string;
  subjectId: string;
  agencyId: string | null;
  formKey: FormKey;
  formVersion: number;
  number: string | null;
  /** Number, agency, day: nothing personal. */
  head: JSONColumnType<DocumentHead>;
  /** The form's own body, encrypted: it names people. */
  bodySealed: string;
  verificationCode: string;
  issuedAt: Instant;
  issuedBy: string;
  issuedByName: string;
  demonstration: boolean;
  pdfHash: string | null;
  docxHash: string | null;
  /** 本机构样式 in force on the day of issue, by its content; null: the built-in form. */
  templateHash: string | null;
  /** The day on which its words were destroyed with the matter's file; its line stays. */
  destroyedOn: LocalDate | null;
}

/** 编号序列: the last serial given out within one agency word, class, step and year. */
export interface NumberSeriesTable {
  tenant: string;
  agencyWord: string;
  classWord: string;
  step: string;
  year: number;
  last: number;
}

/** 编号样式: a centre's own word (机构代字) and pattern, where it departs from the house style. */
export interface NumberStyleTable {
  tenant: string;
  agencyWord: string;
  template: string;
  setAt: Instant;
  setBy: string;
}

/** 附件: a file received with a matter, kept by its content's hash. */
export interface AttachmentTable {
  tenant: string;
  id: string;
  matterId: string;
  subject: string;
  subjectId: string;
  kind: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  hash: string;
  receivedAt: Instant;
  receivedBy: string;
  destroyedOn: LocalDate | null;
}

/** 本机构文书样式: one edition of one form. */
export interface DocumentTemplateTable {
  tenant: string;
  id: string;
  formKey: FormKey;
  edition: number;
  state: TemplateState;
  version: number;
  fileHash: string;
  fileName: string;
  /** What Word shows and the PDF beside it cannot. */
  warnings: string[];
  /** Of the built-in form when this one was handed in. */
  formVersion: number;
  uploadedBy: string;
  uploadedByName: string;
  uploadedAt: Instant;
  settledBy: string | null;
  settledByName: string | null;
  settledAt: Instant | null;
  note: string | null;
  inForceFrom: LocalDate | null;
  /** First day on which it is not used any more. */
  inForceUntil: LocalDate | null;
}

/** 送达: one paper handed to one person in one way. */
export interface DocumentServiceTable {
  tenant: string;
  id: string;
  documentId: string;
  matterId: string;
  /** The service receipt that was issued with it. */
  receiptId: string;
  method: ServiceMethod;
  servedOn: LocalDate;
  consentOn: LocalDate | null;
  signing: Signing | null;
  /** To whom, by whom received, number of the letter, remark: encrypted. */
  wordsSealed: string;
  /** The picture of what was written on the screen. */
  signatureHash: string | null;
  recordedBy: string;
  recordedByName: string;
  recordedAt: Instant;
  destroyedOn: LocalDate | null;
}

export type DocumentTables = {
  documentService: DocumentServiceTable;
  documentTemplate: DocumentTemplateTable;
  document: DocumentTable;
  numberSeries: NumberSeriesTable;
  numberStyle: NumberStyleTable;
  attachment: AttachmentTable;
};
