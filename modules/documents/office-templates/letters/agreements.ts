import { chineseDate } from '../../forms/wording.ts';
import { aidFormsOf, type Letter, mark, may, must, paragraphOf } from './spec.ts';

/* What recipient and handler sign. The scope of powers is the Law's wording and stands as one field. */

const blank = '\u3000'.repeat(8);
const signedDay = '\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日';
const powers = ['特别授权：', '一般代理。'] as const;

export const retainerAgreement: Letter<'retainerAgreement'> = {
  fields: {
    受援人姓名: must('甲方（受援人）姓名', 'The recipient’s name', (b) => b.recipient.name),
    受援人证件号码: must(
      '受援人证件号码，没有时留空',
      'Their identity number',
      (b) => b.recipient.identityNumber ?? blank,
    ),
    受援人住所: may('受援人住所地，没有时留空', 'Their address', (b) => b.recipient.address ?? blank),
    受援人电话: may('受援人电话，没有时留空', 'Their telephone', (b) => b.recipient.phone ?? blank),
    承办单位: must('乙方（承办单位）', 'The unit', (b) => b.handlingUnit),
    事由: must(
      '指派依据和案件的整段文字',
      'The designation and the case, as a paragraph',
      paragraphOf('retainerAgreement', ['根据']),
    ),
    承办人员: must('承办人员姓名', 'The handlers', (b) => b.handlers.map(({ name }) => name).join('、')),
    援助形式: must('援助形式', 'The form of aid', aidFormsOf),
    代理权限: must(
      '一般代理或者特别授权的整段文字',
      'The powers, as a paragraph',
      paragraphOf('retainerAgreement', powers),
    ),
    签名人: may('甲方签名人，没有时留空', 'Who signs for the recipient', (b) => b.signatory ?? blank),
    签订日期: may('签订日期，没有时留空', 'The day it was signed', (b) => chineseDate(b.signedOn) ?? signedDay),
  },
  start: (day) => ({
    recipient: {
      name: '{受援人姓名}',
      identityNumber: '{受援人证件号码}',
      address: '{受援人住所}',
      phone: '{受援人电话}',
    },
    signatory: '{签名人}',
    handlingUnit: '{承办单位}',
    handlers: [{ name: '{承办人员}', unit: mark }],
    cause: mark,
    aidForms: ['litigationRepresentation'],
    scope: 'general',
    specialPowers: [],
    signedOn: day('{签订日期}'),
  }),
  words: [['援助形式为诉讼代理', '援助形式为{援助形式}']],
  whole: { 事由: ['根据'], 代理权限: powers },
};

export const powerOfAttorney: Letter<'powerOfAttorney'> = {
  fields: {
    委托人姓名: must('委托人姓名', 'Who gives the power', (b) => b.principal.name),
    委托人证件号码: must(
      '委托人证件号码，没有时留空',
      'Their identity number',
      (b) => b.principal.identityNumber ?? blank,
    ),
    委托人住所: may('委托人住所地，没有时留空', 'Their address', (b) => b.principal.address ?? blank),
    委托人电话: may('委托人电话，没有时留空', 'Their telephone', (b) => b.principal.phone ?? blank),
    受托人: must('受托人、单位、执业证号和电话，每项一行', 'Who receives it, with unit, licence and telephone', (b) =>
      b.handlers
        .map(
          ({ name, unit, licenceNumber, phone }) =>
            `受托人：${name}\u3000工作单位：${unit}\n执业证号：${licenceNumber ?? blank}\n联系电话：${phone ?? blank}`,
        )
        .join('\n'),
    ),
    委托事项: must('委托事项的整段文字', 'What for, as a paragraph', paragraphOf('powerOfAttorney', ['现委托'])),
    委托权限: must('委托权限的整段文字', 'The powers, as a paragraph', paragraphOf('powerOfAttorney', ['委托权限'])),
    签名人: may('签名人，没有时留空', 'Who signs', (b) => b.signedBy ?? blank),
    签名日期: may('签名日期，没有时留空', 'The day it was signed', (b) => chineseDate(b.signedOn) ?? signedDay),
  },
  start: (day) => ({
    principal: {
      name: '{委托人姓名}',
      identityNumber: '{委托人证件号码}',
      address: '{委托人住所}',
      phone: '{委托人电话}',
    },
    handlers: [{ name: mark, unit: mark, licenceNumber: mark, phone: mark }],
    capacity: 'agent',
    cause: mark,
    scope: 'general',
    specialPowers: [],
    signedBy: '{签名人}',
    signedOn: day('{签名日期}'),
  }),
  words: [
    [`受托人：${mark}\u3000工作单位：${mark}`, '{受托人}'],
    [`执业证号：${mark}`, ''],
    [`联系电话：${mark}`, ''],
  ],
  whole: { 委托事项: ['现委托'], 委托权限: ['委托权限'] },
};
