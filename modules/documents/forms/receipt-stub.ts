import type { DocumentHead } from '../schema.ts';
import { type Block, label, row, stub, table, value } from './blocks.ts';

/** 回执: signed by the person served, cut off and kept in the file. */
export function receiptStub(paper: string, head: DocumentHead): Block {
  return stub(
    '回　　执',
    table(
      [3, 4.4, 2.5, 8.1],
      [
        row(label('文书名称'), value(paper), label('编　　号'), value(head.number)),
        row(
          label('收件人签名\n（按指印）'),
          value(undefined),
          label('收到日期'),
          value('　　年　　月　　日', { align: 'end' }),
        ),
        row(label('代收人签名\n及代收理由'), value(undefined), label('送 达 人'), value(undefined)),
      ],
    ),
  );
}
