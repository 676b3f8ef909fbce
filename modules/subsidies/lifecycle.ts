import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/**
 * 补贴的一生: from the accepted file to the payment.
 * Source: 法律援助法 art. 52; two persons for every amount, and none may approve their own proposal.
 */
export const subsidyLifecycle = defineLifecycle({
  name: 'subsidy',
  source: '法律援助法第五十二条',
  initial: 'DUE',
  states: {
    DUE: {
      zh: '待核算',
      en: 'To be worked out',
      on: { propose: { to: 'PROPOSED', by: ['finance', 'clerk'], zh: '提出补贴金额', en: 'Propose the amount' } },
    },
    PROPOSED: {
      zh: '待审批',
      en: 'Waiting for approval',
      on: {
        approve: { to: 'APPROVED', by: ['approver', 'manager'], paper: 'subsidySheet', zh: '批准补贴', en: 'Approve' },
        // Staff paid by the treasury who spent nothing: the matter ends here.
        closeWithoutPayment: {
          to: 'NOTHING_DUE',
          by: ['approver', 'manager'],
          paper: 'subsidySheet',
          zh: '批准，无需支付',
          en: 'Approve: nothing to pay',
        },
        returnProposal: { to: 'DUE', by: ['approver', 'manager'], zh: '退回重新核算', en: 'Return the proposal' },
      },
    },
    APPROVED: {
      zh: '已批准，待列入批次',
      en: 'Approved, to be put in a batch',
      on: { batch: { to: 'BATCHED', by: ['finance'], zh: '列入支付批次', en: 'Put in a payment batch' } },
    },
    BATCHED: {
      zh: '已列入批次，待支付',
      en: 'In a batch, to be paid',
      on: {
        pay: { to: 'PAID', by: ['finance'], zh: '登记支付', en: 'Record the payment' },
        unbatch: { to: 'APPROVED', by: ['finance'], zh: '移出批次', en: 'Take out of the batch' },
      },
    },
    NOTHING_DUE: { zh: '无需支付', en: 'Nothing to pay', on: {} },
    PAID: {
      zh: '已支付',
      en: 'Paid',
      on: { bounce: { to: 'APPROVED', by: ['finance'], zh: '登记银行退回', en: 'Record that the bank sent it back' } },
    },
  },
});

export type SubsidyState = StateOf<typeof subsidyLifecycle>;
export type SubsidyEvent = EventOf<typeof subsidyLifecycle>;

/**
 * 直接费用的一生: claimed with receipts, checked by finance against the tariff, paid beside subsidies in the same batches.
 * Source: 法律援助法 art. 52; two persons for every amount, and none may check their own claim.
 */
export const costLifecycle = defineLifecycle({
  name: 'directCost',
  source: '法律援助法第五十二条',
  initial: 'CLAIMED',
  states: {
    CLAIMED: {
      zh: '待核定',
      en: 'To be checked',
      on: {
        check: { to: 'CHECKED', by: ['finance'], zh: '核定', en: 'Allow it' },
        refuse: { to: 'REFUSED', by: ['finance'], zh: '不予核定', en: 'Refuse it' },
        withdraw: { to: 'WITHDRAWN', by: ['handler', 'clerk'], zh: '撤回申报', en: 'Withdraw the claim' },
      },
    },
    CHECKED: {
      zh: '已核定，待列入批次',
      en: 'Allowed, to be put in a batch',
      on: { batch: { to: 'BATCHED', by: ['finance'], zh: '列入支付批次', en: 'Put in a payment batch' } },
    },
    BATCHED: {
      zh: '已列入批次，待支付',
      en: 'In a batch, to be paid',
      on: {
        pay: { to: 'PAID', by: ['finance'], zh: '登记支付', en: 'Record the payment' },
        unbatch: { to: 'CHECKED', by: ['finance'], zh: '移出批次', en: 'Take out of the batch' },
      },
    },
    PAID: {
      zh: '已支付',
      en: 'Paid',
      on: { bounce: { to: 'CHECKED', by: ['finance'], zh: '登记银行退回', en: 'Record that the bank sent it back' } },
    },
    REFUSED: { zh: '不予核定', en: 'Refused', on: {} },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', on: {} },
  },
});

export type CostState = StateOf<typeof costLifecycle>;
export type CostEvent = EventOf<typeof costLifecycle>;

/** 支付批次的一生. */
export const batchLifecycle = defineLifecycle({
  name: 'paymentBatch',
  source: '法律援助法第五十二条',
  initial: 'OPEN',
  states: {
    OPEN: {
      zh: '待支付',
      en: 'To be paid',
      on: {
        pay: { to: 'PAID', by: ['finance'], zh: '登记支付', en: 'Record the payment' },
        dissolve: { to: 'DISSOLVED', by: ['finance'], zh: '撤销批次', en: 'Dissolve the batch' },
      },
    },
    PAID: {
      zh: '已支付，待对账',
      en: 'Paid, to be reconciled',
      on: {
        reconcile: { to: 'RECONCILED', by: ['finance'], zh: '对账', en: 'Reconcile' },
        bounce: { to: 'PAID', by: ['finance'], zh: '登记银行退回', en: 'Record what the bank sent back' },
      },
    },
    RECONCILED: {
      zh: '已对账',
      en: 'Reconciled',
      on: { bounce: { to: 'RECONCILED', by: ['finance'], zh: '登记银行退回', en: 'Record what the bank sent back' } },
    },
    DISSOLVED: { zh: '已撤销', en: 'Dissolved', on: {} },
  },
});

export type BatchState = StateOf<typeof batchLifecycle>;
export type BatchEvent = EventOf<typeof batchLifecycle>;
