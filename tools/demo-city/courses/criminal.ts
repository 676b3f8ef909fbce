import { type Course, court, prison, talk } from './course.ts';

/** Defence by stage, and victims. */
export const criminalCourses = {
  defenceInvestigation: {
    notes: [
      prison,
      {
        kind: 'writtenOpinion',
        open: true,
        text: ['向侦查机关提交变更强制措施申请书。', '向侦查机关提交法律意见书。'],
      },
      { kind: 'other', open: false, text: ['与办案民警沟通，了解涉嫌罪名和主要事实。'] },
    ],
    ends: [
      {
        event: 'prosecutionOpinion',
        outcome: 'opinionPartlyAdopted',
        weight: 6,
        result: ['侦查终结移送起诉，从犯情节写入起诉意见书。'],
      },
      { event: 'prosecutionOpinion', outcome: 'opinionNotAdopted', weight: 3, result: ['侦查终结，移送审查起诉。'] },
      { event: 'caseDropped', outcome: 'opinionAdopted', weight: 1, result: ['侦查机关撤销案件。'] },
    ],
    hearings: [0, 0],
    meetings: [1, 3],
  },
  defenceProsecution: {
    notes: [
      prison,
      {
        kind: 'fileReview',
        open: false,
        text: ['到检察院阅卷，复制卷宗两册。', '阅卷，发现一份笔录没有法定代理人到场。'],
      },
      {
        kind: 'writtenOpinion',
        open: true,
        text: ['提交书面辩护意见，建议从宽处理。', '提交附条件不起诉的意见和社会调查材料。'],
      },
    ],
    ends: [
      {
        event: 'nonProsecution',
        outcome: 'opinionAdopted',
        weight: 4,
        result: ['检察院决定不起诉。', '作出附条件不起诉决定，考验期六个月。'],
      },
      { event: 'indictment', outcome: 'opinionPartlyAdopted', weight: 5, result: ['提起公诉，采纳自首和从宽建议。'] },
      { event: 'indictment', outcome: 'opinionNotAdopted', weight: 2, result: ['提起公诉。'] },
    ],
    hearings: [0, 0],
    meetings: [1, 3],
  },
  defenceTrial: {
    notes: [
      prison,
      { kind: 'fileReview', open: false, text: ['到法院阅卷，复制全部卷宗。', '阅卷并列出三处矛盾的证据。'] },
      { kind: 'filedWithCourt', open: false, text: ['辩护手续和公函已送法院。'] },
      court,
      { kind: 'writtenOpinion', open: true, text: ['庭后提交书面辩护词。'] },
    ],
    ends: [
      {
        event: 'judgment',
        outcome: 'opinionPartlyAdopted',
        weight: 6,
        result: ['判决采纳从犯、坦白等意见，从轻处罚。'],
      },
      { event: 'judgment', outcome: 'opinionAdopted', weight: 3, result: ['判处缓刑。', '采纳罪轻意见，减轻处罚。'] },
      { event: 'judgment', outcome: 'opinionNotAdopted', weight: 2, result: ['辩护意见未被采纳，已告知上诉权利。'] },
    ],
    hearings: [1, 2],
    meetings: [2, 4],
  },
  victim: {
    notes: [
      talk,
      { kind: 'fileReview', open: false, text: ['到检察院查阅、复制与赔偿有关的材料。'] },
      { kind: 'filedWithCourt', open: true, text: ['附带民事起诉状已交法院。'] },
      { kind: 'mediation', open: true, text: ['在检察院主持下谈赔偿，对方家属愿意凑钱。'] },
      court,
    ],
    ends: [
      {
        event: 'judgment',
        outcome: 'partlyWon',
        weight: 4,
        result: ['附带民事部分判决赔偿医药费和误工费。'],
        recovered: [40, 75],
      },
      {
        event: 'mediationAgreement',
        outcome: 'mediated',
        weight: 4,
        result: ['双方达成赔偿协议，款已付清。'],
        recovered: [60, 95],
      },
    ],
    hearings: [1, 1],
    meetings: [1, 3],
  },
} as const satisfies Readonly<Record<string, Course>>;
