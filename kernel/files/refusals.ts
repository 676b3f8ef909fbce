import type { RefusalTable } from '../errors/index.ts';

/** Why a file is not taken, in words that say what to do instead. */
export const fileRefusals = {
  'files.empty': { status: 400, zh: '文件是空的，请重新选择', en: 'The file is empty; choose it again' },
  'files.tooLarge': { status: 413, zh: '文件太大，最多 {max} MB', en: 'The file is too large: at most {max} MB' },
  'files.diskFull': {
    status: 507,
    zh: '服务器存储已满，文件没有保存，请联系工作人员',
    en: 'The server has no space left; the file was not saved',
  },
  'files.notFound': { status: 404, zh: '没有找到这个文件', en: 'No such file' },
  'files.unsupported': {
    status: 415,
    zh: '不能接收这种文件。可以上传：照片（JPG、PNG、WebP、HEIC）、PDF、OFD、Word（.docx）、Excel（.xlsx）、文本（.txt）',
    en: 'This kind of file is not taken. Upload photographs (JPG, PNG, WebP, HEIC), PDF, OFD, Word (.docx), Excel (.xlsx) or text (.txt)',
  },
  'files.typeMismatch': {
    status: 415,
    zh: '文件内容其实是{found}，与名字的后缀（.{extension}）不符。请上传原来的文件，不要改后缀',
    en: 'The content is {found}, which does not fit the name (.{extension}). Upload the original file without renaming it',
  },
  'files.executable': { status: 415, zh: '这是程序文件，不能上传', en: 'This is a program; it cannot be uploaded' },
  'files.archive': {
    status: 415,
    zh: '压缩包不能上传，请解压后逐个上传里面的文件',
    en: 'Archives are not taken; unpack it and upload the files one by one',
  },
  'files.markup': {
    status: 415,
    zh: '网页和 SVG 文件不能上传，请另存为 PDF',
    en: 'Web pages and SVG are not taken; save it as PDF',
  },
  'files.legacyOffice': {
    status: 415,
    zh: '这是旧版的 Word、Excel 或 WPS 文件，请另存为 .docx、.xlsx 或 PDF 再上传',
    en: 'This is an old Word, Excel or WPS file; save it as .docx, .xlsx or PDF first',
  },
  'files.encrypted': {
    status: 415,
    zh: '文件设了密码，请取消密码后再上传',
    en: 'The file is protected by a password; remove it first',
  },
  'files.damaged': {
    status: 415,
    zh: '文件已损坏或不完整，请重新导出或拍照',
    en: 'The file is damaged or incomplete; make it again',
  },
  'files.tooManyPages': {
    status: 413,
    zh: 'PDF 超过 {max} 页，请拆成几份上传',
    en: 'The PDF has more than {max} pages; split it into parts',
  },
  'files.activePdf': {
    status: 415,
    zh: 'PDF 里含有会自动运行的内容，请用“打印为 PDF”重新生成后上传',
    en: 'The PDF contains content that runs by itself; print it to PDF again',
  },
  'files.imageTooLarge': {
    status: 413,
    zh: '图片尺寸太大（最多 {max} 百万像素），请缩小后上传',
    en: 'The picture has too many pixels (at most {max} million); make it smaller',
  },
  'files.macros': {
    status: 415,
    zh: '文件里含有宏，请另存为不带宏的 .docx、.xlsx 或 PDF',
    en: 'The file contains macros; save it as .docx, .xlsx or PDF without them',
  },
  'files.embeddedObject': {
    status: 415,
    zh: '文件里嵌有别的文件或控件，请删去，或另存为 PDF',
    en: 'The file contains embedded files or controls; remove them or save it as PDF',
  },
  'files.remoteContent': {
    status: 415,
    zh: '文件打开时会从网上取内容，请另存为 PDF',
    en: 'The file fetches content from the network when opened; save it as PDF',
  },
  'files.unpacksTooLarge': {
    status: 413,
    zh: '文件展开后太大，请另存为 PDF 或拆开上传',
    en: 'The file unpacks to too much; save it as PDF or split it',
  },
  'files.textEncoding': {
    status: 415,
    zh: '文本文件请另存为 UTF-8 编码（记事本：另存为→编码→UTF-8）',
    en: 'Save the text file in UTF-8',
  },
} as const satisfies RefusalTable;

export type FileCode = keyof typeof fileRefusals;

/** An inspector's "no". */
export interface FileFault {
  readonly ok: false;
  readonly code: FileCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export function refuse(code: FileCode, details: FileFault['details'] = {}): FileFault {
  return { ok: false, code, details };
}
