import type { Bilingual } from '../../policy/index.ts';

/** One of the seven things that may be complained of, and whether its wording was found. */
export interface Ground {
  readonly text: Bilingual;
  /** False: the order of 2025 has a ground here whose words were not read (待核实); those of the Law or the measures of 2013 stand in. */
  readonly verified: boolean;
  readonly citation: string;
}

/** 投诉事由: the measures of 2025 name seven; three were found, the other four follow the Law's own list of wrongs. */
export const complaintGrounds = {
  tookMoney: {
    text: { zh: '收取受援人财物', en: 'Took money or goods from the recipient' },
    verified: true,
    citation: '《法律援助法》第六十一条第三项、第六十三条第三项',
  },
  belowStandard: {
    text: { zh: '没有按照服务标准办理', en: 'Service below the standard' },
    verified: true,
    citation: '《法律援助投诉处理办法》（司法部令第149号）',
  },
  noReport: {
    text: { zh: '没有按规定通报办理情况', en: 'Did not report on progress' },
    verified: true,
    citation: '《法律援助投诉处理办法》（司法部令第149号）',
  },
  wrongDecision: {
    text: { zh: '违反规定受理、审查，该给的不给', en: 'Took in or examined the application against the rules' },
    verified: false,
    citation: '《法律援助法》第六十一条第一项',
  },
  wrongAssignment: {
    text: { zh: '违反规定指派、安排承办人', en: 'Assigned a handler against the rules' },
    verified: false,
    citation: '《法律援助法》第六十一条第二项',
  },
  neglected: {
    text: { zh: '懈怠或者擅自停止办理', en: 'Neglected the case or stopped working on it' },
    verified: false,
    citation: '《法律援助法》第六十三条第一项、第二项',
  },
  other: {
    text: { zh: '其他违反法律援助规定的行为', en: 'Another breach of the rules on legal aid' },
    verified: false,
    citation: '《法律援助法》第五十五条',
  },
} as const satisfies Readonly<Record<string, Ground>>;

export type GroundKey = keyof typeof complaintGrounds;
export const groundKeys = Object.keys(complaintGrounds) as [GroundKey, ...GroundKey[]];
