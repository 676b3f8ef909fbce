import { z } from 'zod';
import { day, line, printedHandler } from '../schema.ts';
import { headerRow, label, row, t, table, unverifiedMark, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening } from './wording.ts';

/** 法律援助案件卷宗目录: one case, one file. */
export const archiveCatalogue = defineForm({
  title: { zh: '法律援助案件卷宗目录', en: 'Archive catalogue' },
  version: 2,
  layout: 'sheet',
  numbering: null,
  source: { citation: 'SF/T 0032-2023 附录A；《办理法律援助案件程序规定》第四十二条', verified: false },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    handler: printedHandler,
    archiveNumber: line(80).optional(),
    closedOn: day.optional(),
    archivedOn: day.optional(),
    retention: z.strictObject({ text: line(40), verified: z.boolean() }).optional(),
    pieces: z
      .array(
        z.strictObject({
          name: line(200).min(1),
          responsible: line(100).optional(),
          on: day.optional(),
          firstPage: z.int().min(1).optional(),
          lastPage: z.int().min(1).optional(),
          note: line(100).optional(),
        }),
      )
      .max(2000),
    filedBy: line(60).optional(),
    checkedBy: line(60).optional(),
  }),
  compose(b, head) {
    const blanks = Math.max(0, 12 - b.pieces.length);
    return [
      ...sheetOpening(head, '法律援助案件卷宗目录'),
      table(
        [3, 6.5, 3, 6.5],
        [
          row(label('受 援 人'), value(b.recipientName), label('案　　由'), value(b.cause)),
          row(label('承 办 人'), value(b.handler.name), label('承办单位'), value(b.handler.unit)),
          row(label('结案日期'), value(chineseDate(b.closedOn)), label('归档日期'), value(chineseDate(b.archivedOn))),
          row(
            label('归 档 号'),
            value(b.archiveNumber),
            label('保管期限'),
            value(b.retention && t`${b.retention.text}${unverifiedMark(b.retention.verified)}`),
          ),
        ],
      ),
      table(
        [1.4, 6.8, 3.5, 2.6, 1.6, 3.1],
        [
          headerRow('序号', '材料名称', '责任者', '日　期', '页次', '备注'),
          ...b.pieces.map((piece, i) =>
            row(
              value(i + 1, { align: 'center' }),
              value(piece.name),
              value(piece.responsible),
              value(piece.on?.replaceAll('-', '.'), { align: 'center' }),
              value(pagesOf(piece.firstPage, piece.lastPage), { align: 'center' }),
              value(piece.note),
            ),
          ),
          ...Array.from({ length: blanks }, () => row(...Array.from({ length: 6 }, () => value(undefined)))),
        ],
      ),
      table([3, 6.5, 3, 6.5], [row(label('立 卷 人'), value(b.filedBy), label('检 查 人'), value(b.checkedBy))]),
    ];
  },
});

function pagesOf(first: number | undefined, last: number | undefined): string | undefined {
  if (first === undefined) return undefined;
  return last === undefined || last === first ? String(first) : `${first}-${last}`;
}
