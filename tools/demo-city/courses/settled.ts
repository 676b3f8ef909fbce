import { type Course, filed, talk } from './course.ts';

/** Arbitration, negotiation, reconsideration, guardianship. */
export const settledCourses = {
  arbitration: {
    notes: [
      talk,
      {
        kind: 'inquiry',
        open: false,
        text: ['调取工资流水、考勤记录和工友证言。', '到人社局复制工伤认定和劳动能力鉴定材料。'],
      },
      { kind: 'filedWithCourt', open: true, text: ['仲裁申请书已交劳动人事争议仲裁委员会，收到受理通知。'] },
      {
        kind: 'mediation',
        open: true,
        text: ['仲裁庭前调解，单位提出打八折，受援人不同意。', '单位愿意先付一半，余款月底付清。'],
      },
      {
        kind: 'hearing',
        open: true,
        text: ['仲裁开庭，单位对欠薪数额没有异议。', '仲裁开庭，争议在劳动关系起止时间。'],
      },
    ],
    ends: [
      {
        event: 'arbitralAward',
        outcome: 'won',
        weight: 5,
        result: ['裁决单位五日内付清，终局裁决。'],
        recovered: [85, 100],
      },
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 6,
        result: ['仲裁调解，单位当场转账。', '达成调解，分两次付清。'],
        recovered: [70, 100],
      },
      {
        event: 'arbitralAward',
        outcome: 'partlyWon',
        weight: 2,
        result: ['裁决支持工资，不支持加班费。'],
        recovered: [45, 75],
      },
      {
        event: 'settlement',
        outcome: 'settled',
        weight: 2,
        result: ['对方开庭前付清，双方签和解协议。'],
        recovered: [85, 100],
      },
    ],
    hearings: [0, 1],
    meetings: [1, 3],
  },
  negotiation: {
    notes: [
      talk,
      { kind: 'inquiry', open: false, text: ['到现场查看、拍照，丈量损坏位置。', '请价格认定机构估损。'] },
      {
        kind: 'mediation',
        open: true,
        text: ['第一次协商，对方承认有责任，对数额有分歧。', '在司法所主持下再次协商。'],
      },
    ],
    ends: [
      {
        event: 'settlement',
        outcome: 'settled',
        weight: 6,
        result: ['双方签订和解协议，赔偿款已付。'],
        recovered: [60, 95],
      },
      { event: 'obligorPerforms', outcome: 'won', weight: 2, result: ['对方按协议修缮完毕，受援人验收认可。'] },
      {
        event: 'judgment',
        outcome: 'partlyWon',
        weight: 2,
        result: ['协商不成起诉，判决部分支持。'],
        recovered: [40, 70],
      },
    ],
    hearings: [0, 1],
    meetings: [2, 4],
  },
  administrative: {
    notes: [
      talk,
      { kind: 'inquiry', open: false, text: ['调取审批档案和送达记录。', '申请政府信息公开，取得核查依据。'] },
      { kind: 'filedWithCourt', open: true, text: ['行政复议申请已受理。', '行政起诉状已交法院。'] },
      { kind: 'mediation', open: true, text: ['与主管部门沟通，对方同意重新核查。'] },
    ],
    ends: [
      {
        event: 'obligorPerforms',
        outcome: 'won',
        weight: 5,
        result: ['复议机关撤销原决定，主管部门重新处理，待遇已恢复。'],
      },
      {
        event: 'settlement',
        outcome: 'settled',
        weight: 3,
        result: ['主管部门自行纠正，补发到位。'],
        recovered: [80, 100],
      },
      { event: 'judgment', outcome: 'lost', weight: 1, result: ['驳回请求，已告知上诉权利。'] },
    ],
    hearings: [0, 1],
    meetings: [1, 3],
  },
  capacity: {
    notes: [
      talk,
      { kind: 'inquiry', open: false, text: ['调取残疾证、病历，征求其他近亲属意见。'] },
      filed,
      { kind: 'other', open: true, text: ['法院委托的司法鉴定已完成。'] },
    ],
    ends: [{ event: 'judgment', outcome: 'won', weight: 1, result: ['判决认定并指定监护人，判决已生效。'] }],
    hearings: [0, 1],
    meetings: [1, 2],
  },
} as const satisfies Readonly<Record<string, Course>>;
