import {
  type Block,
  chineseDate,
  headerRow,
  label,
  note,
  paragraph,
  row,
  space,
  t,
  table,
  title,
  value,
} from '../../documents/index.ts';
import type { BoundPiece, PieceFault } from '../schema.ts';
import type { BindingOrder } from './order.ts';

/* The leaves that the office adds to a file: its cover, the leaf in place of what cannot be printed, the note at its end. */

export const faultText: Readonly<Record<PieceFault, string>> = {
  paperOnly: '只有纸质件，没有扫描件',
  missing: '存储中没有找到这个文件',
  damaged: '文件损坏，读不出来',
  encrypted: '文件设有密码，打不开',
  format: '这种格式不能直接排成页',
  tooLarge: '超过合订上限',
};

/** 卷宗封面. */
export function coverBlocks({ file, head }: BindingOrder, pages: number): readonly Block[] {
  return [
    space(3),
    title('法律援助案件卷宗'),
    space(2),
    table(
      [4, 12],
      [
        row(label('归 档 号'), value(file.number)),
        row(label('案　　号'), value(file.caseNumber)),
        row(label('受 援 人'), value(file.recipientName)),
        row(label('案　　由'), value(file.causeText)),
        row(label('承 办 人'), value(`${file.handlerName}（${file.handlerUnit}）`)),
        row(label('结案日期'), value(chineseDate(file.closedOn ?? undefined))),
        row(label('归档日期'), value(chineseDate(file.archivedOn))),
        row(label('保管期限'), value(file.term)),
        row(label('页　　数'), value(`共 ${pages} 页`)),
        row(label('立卷单位'), value(head.agency.name)),
      ],
    ),
    note('本卷由系统按归档时的内容合订。封面、卷内目录和备考表不编页码，页码印在每页右上角。'),
  ];
}

/** A leaf where a piece cannot be put on pages: what it is, why, and where the original is. */
export function substituteBlocks(piece: BoundPiece): readonly Block[] {
  return [
    space(2),
    title(piece.name),
    space(1),
    paragraph(`本件不能直接排成页：${faultText[piece.fault ?? 'format']}。`),
    paragraph(
      piece.embedded === true
        ? '原件已作为附件嵌入本 PDF，可在阅读软件的“附件”栏中打开或者另存。'
        : '原件没有嵌入本 PDF，由本机构另行保存。',
    ),
    ...(piece.sha256 === undefined ? [] : [paragraph(t`原件的 SHA-256：${grouped(piece.sha256)}`)]),
  ];
}

/** 卷内备考表: who bound it and when, what could not be printed, and the hash of each piece. */
export function endBlocks(order: BindingOrder, pieces: readonly BoundPiece[], pages: number): readonly Block[] {
  const { file } = order;
  const faulty = pieces.filter((piece) => piece.fault !== undefined);
  return [
    title('卷内备考表'),
    table(
      [4, 12],
      [
        row(label('归 档 号'), value(file.number)),
        row(label('本卷情况'), value(`共 ${pieces.length} 件，${pages} 页；未能印出的 ${faulty.length} 件`)),
        row(label('归 档 人'), value(file.archivedByName)),
        row(label('归档日期'), value(chineseDate(file.archivedOn))),
      ],
    ),
    space(1),
    ...(faulty.length === 0
      ? []
      : [
          table(
            [1.4, 8, 6.6],
            [
              headerRow('序号', '未能印出的材料', '情况'),
              ...faulty.map((piece) =>
                row(
                  value(pieces.indexOf(piece) + 1, { align: 'center' }),
                  value(piece.name),
                  value(`${faultText[piece.fault ?? 'format']}${piece.embedded === true ? '，原件已嵌入' : ''}`),
                ),
              ),
            ],
          ),
          space(1),
        ]),
    table(
      [1.4, 5.6, 9],
      [
        headerRow('序号', '材料名称', 'SHA-256'),
        ...pieces.map((piece, i) =>
          row(
            value(i + 1, { align: 'center' }),
            value(piece.name),
            value(piece.sha256 === undefined ? '（纸质）' : grouped(piece.sha256)),
          ),
        ),
      ],
    ),
    note('散列值按收到或者出具时的原文件计算，可用来核对原件没有改动；整卷的散列值记在系统的档案登记簿和事件链中。'),
  ];
}

/** 64 digits in groups of eight, so that they can be compared by eye and broken into lines. */
function grouped(hash: string): string {
  return (hash.match(/.{8}/g) ?? [hash]).join(' ');
}

/** A text file as running text. */
export function textBlocks(name: string, text: string): readonly Block[] {
  return [
    title(name),
    ...text.split(/\r?\n/).map((line) => (line.trim() === '' ? space(1) : paragraph(printable(line)))),
  ];
}

function printable(line: string): string {
  return line.replace(/\t/g, '　').replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '');
}

/** The catalogue's line for a piece as the official form prints it. */
export function catalogueLine(piece: BoundPiece) {
  return {
    name: piece.name.slice(0, 200),
    ...(piece.responsible === undefined ? {} : { responsible: piece.responsible.slice(0, 100) }),
    ...(piece.on === undefined ? {} : { on: piece.on }),
    ...(piece.firstPage === undefined ? {} : { firstPage: piece.firstPage }),
    ...(piece.lastPage === undefined ? {} : { lastPage: piece.lastPage }),
    ...(piece.fault === undefined ? {} : { note: `${faultText[piece.fault]}${piece.embedded ? '，原件已嵌入' : ''}` }),
  };
}
