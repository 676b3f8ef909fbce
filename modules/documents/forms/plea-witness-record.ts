import { z } from 'zod';
import { proceedingStageText } from '../labels.ts';
import { day, line, proceedingStage, prose } from '../schema.ts';
import { label, note, row, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening } from './wording.ts';

/** 值班律师见证认罪认罚具结记录: what was told, what the lawyer holds of it, whether the person was free, and who signed. */
export const pleaWitnessRecord = defineForm({
  title: { zh: '值班律师见证认罪认罚具结记录', en: 'Record of a witnessed plea' },
  version: 1,
  layout: 'sheet',
  numbering: null,
  source: { citation: '《刑事诉讼法》第一百七十三条、第一百七十四条；《法律援助法》第三十条', verified: false },
  body: z.strictObject({
    personName: line(100).min(1),
    stage: proceedingStage,
    organ: line(120).min(1),
    place: line(120).min(1),
    on: day,
    byVideo: z.boolean(),
    lawyer: z.strictObject({ name: line(100).min(1), licenceNumber: line(60).optional() }),
    charge: line(120).min(1),
    sentence: line(300).min(1),
    told: z.array(line(60)).max(8),
    advice: prose(2000),
    views: z.array(z.strictObject({ matter: line(40), view: line(40) })).max(6),
    dissent: prose(2000).optional(),
    voluntary: z.boolean(),
    signed: z.boolean(),
    unsigned: line(120).optional(),
    lawyerSigned: z.boolean(),
  }),
  compose(b, head) {
    return [
      ...sheetOpening(head, '值班律师见证认罪认罚具结记录'),
      table(
        [3, 6.5, 3, 6.5],
        [
          row(
            label('犯罪嫌疑人\n（被告人）'),
            value(b.personName),
            label('所处阶段'),
            value(proceedingStageText[b.stage]),
          ),
          row(label('办案机关'), value(b.organ), label('地　　点'), value(b.byVideo ? `${b.place}（视频）` : b.place)),
          row(label('值班律师'), value(b.lawyer.name), label('执业证号'), value(b.lawyer.licenceNumber)),
          row(label('日　　期'), value(chineseDate(b.on)), label('罪　　名'), value(b.charge)),
        ],
      ),
      table(
        [3, 16],
        [
          row(label('量刑建议'), value(b.sentence, { align: 'justify' })),
          row(label('已告知'), value(b.told.join('；'), { align: 'justify' })),
          tallRow(22, label('对法律后果\n的解释和建议'), value(b.advice, { align: 'justify' })),
          row(
            label('值班律师\n意　　见'),
            value(b.views.map(({ matter, view }) => `${matter}：${view}`).join('；'), { align: 'justify' }),
          ),
          tallRow(16, label('不同意见'), value(b.dissent ?? '无', { align: 'justify' })),
          row(
            label('是否自愿'),
            value(b.voluntary ? '经当面询问，本人表示自愿认罪认罚' : '经当面询问，本人未表示自愿认罪认罚'),
          ),
          row(label('签署情况'), value(b.signed ? '已签署认罪认罚具结书' : `未签署：${b.unsigned ?? ''}`)),
        ],
      ),
      table(
        [3, 6.5, 3, 6.5],
        [
          tallRow(
            18,
            label('值班律师\n签　　名'),
            value(b.lawyerSigned ? undefined : '未签名'),
            label('本人签名\n（指印）'),
            value(undefined),
          ),
        ],
      ),
      note(
        '说明：依法不需要签署认罪认罚具结书的，在“签署情况”中写明；值班律师的不同意见如实记录，不影响本人自愿签署。',
      ),
    ];
  },
});
