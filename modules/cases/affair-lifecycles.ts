import { defineLifecycle, type EventOf, type Lifecycle, type StateOf } from '../../kernel/use-case/index.ts';

/* 办理中的往来: each kind has a life of its own beside the case's, and may outlive it: a court answers when it answers. */

const centre = ['reviewer', 'approver', 'designator', 'manager'] as const;
const followers = ['handler', 'clerk', 'reviewer'] as const;

/** 重大事项报告 (办理法律援助案件程序规定 art. 36): the handler must report; the centre takes note and says what is to be done. */
export const majorMatterLifecycle = defineLifecycle({
  name: 'majorMatter',
  source: '办理法律援助案件程序规定（2023）第三十六条（条文待核实）；签收期限由中心自定',
  initial: 'REPORTED',
  states: {
    REPORTED: {
      zh: '重大事项待签收',
      en: 'Major matter, to be acknowledged',
      on: {
        acknowledge: {
          to: 'ACKNOWLEDGED',
          by: centre,
          clock: 'acknowledgeMatter',
          zh: '签收并指示',
          en: 'Acknowledge',
        },
      },
    },
    ACKNOWLEDGED: { zh: '已签收', en: 'Acknowledged', on: {} },
  },
});

const reduceFee = { to: 'REDUCED', by: followers, zh: '登记减交', en: 'The court reduced the fee' } as const;
const waiveFee = { to: 'WAIVED', by: followers, zh: '登记免交', en: 'The court waived the fee' } as const;

/** 诉讼费用缓减免 (法律援助法 art. 53; 诉讼费用交纳办法 arts 44–51). */
export const feeReliefLifecycle = defineLifecycle({
  name: 'feeRelief',
  source: '法律援助法第五十三条；诉讼费用交纳办法第四十四条至第五十一条',
  initial: 'ISSUED',
  states: {
    ISSUED: {
      zh: '已发函，待法院决定',
      en: 'Letter issued, the court is to decide',
      on: {
        deferFee: { to: 'DEFERRED', by: followers, zh: '登记缓交', en: 'The court deferred the fee' },
        reduceFee,
        waiveFee,
        refuseFee: { to: 'REFUSED', by: followers, zh: '登记不予批准', en: 'The court refused' },
      },
    },
    // What was deferred may still be reduced or waived, or is borne by whoever lost (art. 50).
    DEFERRED: {
      zh: '缓交',
      en: 'Deferred',
      on: {
        reduceFee,
        waiveFee,
        settleFee: { to: 'SETTLED', by: followers, zh: '登记缓交费用已了结', en: 'The deferred fee is settled' },
      },
    },
    REDUCED: { zh: '减交', en: 'Reduced', on: {} },
    WAIVED: { zh: '免交', en: 'Waived', on: {} },
    REFUSED: { zh: '法院不予批准', en: 'Refused by the court', on: {} },
    SETTLED: { zh: '缓交费用已了结', en: 'Deferred fee settled', on: {} },
  },
});

const grantRelief = { to: 'GRANTED', by: followers, zh: '登记决定救助', en: 'Relief was granted' } as const;
const declineRelief = { to: 'DECLINED', by: followers, zh: '登记不予救助', en: 'Relief was declined' } as const;
const withdrawRelief = { to: 'WITHDRAWN', by: followers, zh: '撤回转介', en: 'Withdraw the referral' } as const;

/** 国家司法救助转介: money aid that other organs decide on; the centre refers and follows up. */
export const judicialReliefLifecycle = defineLifecycle({
  name: 'judicialRelief',
  source: '关于建立完善国家司法救助制度的意见（试行）（2014，条文待核实）；回访日期由中心自定',
  initial: 'SENT',
  states: {
    SENT: {
      zh: '司法救助已转介，待受理',
      en: 'Referred for judicial relief',
      on: {
        acknowledgeRelief: { to: 'ACKNOWLEDGED', by: followers, zh: '登记已受理', en: 'The organ has taken it up' },
        grantRelief,
        declineRelief,
        withdrawRelief,
      },
    },
    ACKNOWLEDGED: {
      zh: '司法救助已受理，待决定',
      en: 'Taken up, to be decided',
      on: { grantRelief, declineRelief, withdrawRelief },
    },
    GRANTED: {
      zh: '已决定救助，待发放',
      en: 'Granted, to be paid out',
      on: { recordReliefPaid: { to: 'PAID', by: followers, zh: '登记救助金已发放', en: 'The relief was paid out' } },
    },
    PAID: { zh: '救助金已发放', en: 'Relief paid out', on: {} },
    DECLINED: { zh: '不予救助', en: 'Declined', on: {} },
    WITHDRAWN: { zh: '已撤回转介', en: 'Referral withdrawn', on: {} },
  },
});

export const affairLifecycles = {
  majorMatter: majorMatterLifecycle,
  feeRelief: feeReliefLifecycle,
  judicialRelief: judicialReliefLifecycle,
} as const satisfies Record<string, Lifecycle>;

export type AffairKind = keyof typeof affairLifecycles;
export type AffairState =
  | StateOf<typeof majorMatterLifecycle>
  | StateOf<typeof feeReliefLifecycle>
  | StateOf<typeof judicialReliefLifecycle>;
export type AffairEvent =
  | EventOf<typeof majorMatterLifecycle>
  | EventOf<typeof feeReliefLifecycle>
  | EventOf<typeof judicialReliefLifecycle>;
