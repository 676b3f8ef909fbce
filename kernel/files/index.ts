export { type AcceptedFile, acceptUpload, type Upload } from './accept-upload.ts';
export { type Download, downloadHeaders, safeFileName } from './download.ts';
export { type InspectedFile, inspectFile } from './inspect.ts';
export { type FileKind, fileKinds, type InspectionLimits, inspectionLimits } from './kinds.ts';
export { type FileCode, type FileFault, fileRefusals } from './refusals.ts';
export { type FileStore, fileStore, type ReceivedFile, type StoredFile, storeFile } from './store.ts';
