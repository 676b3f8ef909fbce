/** Official papers (文书): what they say, their numbers, their files, and the files received with a matter. */
export {
  type Block,
  type Content,
  headerRow,
  heading,
  label,
  note,
  paragraph,
  row,
  space,
  t,
  table,
  title,
  unverifiedMark,
  value,
} from './forms/blocks.ts';
export { type FormBody, type FormKey, formKeys, forms, isFormKey, type Snapshot } from './forms/index.ts';
export { chineseDate } from './forms/wording.ts';
export { documentJobs } from './jobs.ts';
export { documentTables } from './migrations/0001-documents.ts';
export { documentDestruction } from './migrations/0002-destruction.ts';
export { officeTemplates } from './migrations/0003-office-templates.ts';
export { documentService } from './migrations/0004-service.ts';
export { mayReadDocuments, maySetNumberStyle } from './permissions.ts';
export { documentRefusals } from './refusals.ts';
export { printableBlocks } from './render/compose.ts';
export { type FontChoice, type FontSet, resolveFontSet } from './render/font-set.ts';
export type { RenderOptions } from './render/options.ts';
export type { Drawing, Shape } from './render/pdf/drawing.ts';
export { renderBlocks } from './render/pdf/render-blocks.ts';
export { renderPdf } from './render/pdf/render-pdf.ts';
export { type Report, renderReport } from './render/pdf/render-report.ts';
export type { Rendered, RenderWarning } from './render/warnings.ts';
export { type DocumentRouteOptions, documentRoutes } from './routes.ts';
export { formatDocumentNumber, type NumberParts } from './rules/document-number.ts';
export type { DocumentHead } from './schema.ts';
export { documentSealedColumns } from './sealed.ts';
export { type RecordService, serviceMethods } from './service-schema.ts';
export {
  type AttachmentRow,
  loadDocument,
  nextSerial,
  numberStyleOf,
  refersToFile,
  selectAttachments as attachmentsOfMatter,
} from './store.ts';
export type { DocumentTables } from './tables.ts';
export { templateLifecycle } from './template-lifecycle.ts';
export { type AttachFile, attachFile } from './use-cases/attach-file.ts';
export {
  type ConcernedByMatter,
  type DownloadDocument,
  downloadDocument,
  openDocument,
} from './use-cases/download-document.ts';
export { eraseMatterPapers } from './use-cases/erase-papers.ts';
export { type IssueDocument, type IssuedDocument, issueDocument } from './use-cases/issue-document.ts';
export { type DocumentSummary, documentsOfMatter } from './use-cases/read-documents.ts';
export { recordService } from './use-cases/record-service.ts';
export {
  type DocumentFile,
  type DocumentFormat,
  keepPrinted,
  makePress,
  openPaper,
  type Press,
  type PressOptions,
  printPaper,
} from './use-cases/render-document.ts';
export { SetNumberStyle, setNumberStyle } from './use-cases/set-number-style.ts';
export { type VerifiedDocument, verifyDocument } from './use-cases/verify-document.ts';
