import { type Course, court, filed, opinion, talk } from './course.ts';

/** Suits: wages, support, divorce, injury, harm. */
export const civilCourses = {
  suit: {
    notes: [
      talk,
      {
        kind: 'inquiry',
        open: false,
        text: ['到村委会调取证明，走访两名证人。', '调取银行流水和微信转账记录，已公证。'],
      },
      filed,
      {
        kind: 'mediation',
        open: true,
        text: ['诉前调解，双方分歧在数额，没有谈成。', '法院特邀调解员组织调解，对方愿意分期给付。'],
      },
      court,
      opinion,
    ],
    ends: [
      {
        event: 'judgment',
        outcome: 'won',
        weight: 5,
        result: ['判决支持全部诉讼请求。', '判决对方于十日内付清。'],
        recovered: [80, 100],
      },
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 6,
        result: ['达成调解协议，分三期付清，第一期当场履行。', '法院出具调解书，双方都愿意。'],
        recovered: [60, 95],
      },
      {
        event: 'judgment',
        outcome: 'partlyWon',
        weight: 3,
        result: ['判决支持部分请求，其余证据不足。'],
        recovered: [35, 70],
      },
      { event: 'judgment', outcome: 'lost', weight: 1, result: ['判决驳回诉讼请求，已告知上诉权利。'] },
    ],
    hearings: [1, 2],
    meetings: [2, 4],
  },
  supportSuit: {
    notes: [
      talk,
      {
        kind: 'inquiry',
        open: false,
        text: ['到村委会调取亲属关系和生活状况证明。', '走访邻居和村干部，了解平时由谁照管。'],
      },
      filed,
      {
        kind: 'mediation',
        open: true,
        text: ['司法所、村委会一起上门调解，双方分歧在每月数额。', '诉前调解，对方愿意承担，数额再商量。'],
      },
      court,
    ],
    ends: [
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 7,
        result: ['达成调解：从下个月起每月按时给付，生病的费用另外分担。', '调解书已送达，第一个月的费用当场付清。'],
      },
      { event: 'judgment', outcome: 'won', weight: 5, result: ['判决按月给付，到期不付可以申请强制执行。'] },
      {
        event: 'judgment',
        outcome: 'partlyWon',
        weight: 2,
        result: ['判决按月给付，数额比请求的低一些，已告知上诉权利。'],
      },
    ],
    hearings: [0, 1],
    meetings: [2, 4],
  },
  divorceSuit: {
    notes: [
      talk,
      {
        kind: 'inquiry',
        open: false,
        text: ['调取接处警记录、告诫书和就诊病历。', '与妇联联系，安排临时住处，住址按保密处理。'],
      },
      {
        kind: 'filedWithCourt',
        open: true,
        text: ['已向法院提交人身安全保护令申请和离婚起诉状。'],
      },
      {
        kind: 'other',
        open: true,
        text: ['法院作出人身安全保护令，已送达派出所和村委会。', '保护令发出，有效期六个月。'],
      },
      court,
      opinion,
    ],
    ends: [
      { event: 'judgment', outcome: 'won', weight: 5, result: ['判决准予离婚，孩子由受援人抚养，对方按月付抚养费。'] },
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 4,
        result: ['调解离婚，孩子由受援人抚养，共同财产分割完毕。'],
        recovered: [50, 90],
      },
      { event: 'ruling', outcome: 'withdrawn', weight: 1, result: ['双方和好，受援人申请撤诉，法院裁定准许。'] },
    ],
    hearings: [1, 2],
    meetings: [2, 5],
  },
  injurySuit: {
    notes: [
      talk,
      {
        kind: 'inquiry',
        open: false,
        text: [
          '调取交警事故认定书和对方保险单。',
          '委托司法鉴定所做伤残等级和误工期鉴定。',
          '向医院复印全部病历并封存。',
        ],
      },
      {
        kind: 'mediation',
        open: true,
        text: ['与保险公司协商，对方只认可医保范围内费用。', '人民调解委员会主持调解，未达成一致。'],
      },
      filed,
      court,
      opinion,
    ],
    ends: [
      {
        event: 'judgment',
        outcome: 'won',
        weight: 4,
        result: ['判决保险公司在限额内赔付，其余由对方承担。'],
        recovered: [75, 100],
      },
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 5,
        result: ['调解一次性赔偿，款已到账。'],
        recovered: [60, 90],
      },
      { event: 'judgment', outcome: 'partlyWon', weight: 2, result: ['按事故责任比例判决赔偿。'], recovered: [40, 70] },
    ],
    hearings: [1, 2],
    meetings: [2, 4],
  },
  harmSuit: {
    notes: [
      talk,
      { kind: 'inquiry', open: false, text: ['复印病历、检验报告和购买凭据。', '向主管部门调取检查记录和检测结果。'] },
      { kind: 'other', open: true, text: ['法院委托的鉴定机构已受理，等待鉴定意见。'] },
      filed,
      court,
      opinion,
    ],
    ends: [
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 5,
        result: ['调解一次性赔偿，款已到账。'],
        recovered: [60, 90],
      },
      { event: 'judgment', outcome: 'won', weight: 4, result: ['判决对方赔偿医疗费和损失。'], recovered: [75, 100] },
      {
        event: 'judgment',
        outcome: 'partlyWon',
        weight: 2,
        result: ['按鉴定的原因力比例判决赔偿。'],
        recovered: [35, 65],
      },
    ],
    hearings: [1, 2],
    meetings: [2, 4],
  },
} as const satisfies Readonly<Record<string, Course>>;
