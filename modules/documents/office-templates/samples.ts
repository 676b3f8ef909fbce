import type { FormBody, FormKey, Snapshot } from '../forms/index.ts';
import { sampleBodies, sampleHead } from '../forms/samples.ts';

/* Invented papers with every box filled in: they show which boxes a sheet has. */

const signed = { text: '同意。', by: '王某某', on: '2026-03-09' };

const filled: { readonly [K in FormKey]?: Partial<FormBody<K>> } = {
  consultationRegister: {
    person: sampleBodies.applicationForm.applicant,
    place: '12348热线',
    outcomeNote: '已登记为法律援助申请',
  },
  applicationForm: {
    agent: { name: '赵某某', relation: '配偶', identityNumber: '0000001987061500XX', phone: '100****0002' },
  },
  hardshipStatement: { debts: '无', signedBy: '刀岩罕', signedOn: '2026-03-02' },
  progressReport: { majorMatter: '无' },
  pleaWitnessRecord: { lawyerSigned: false },
  closingReport: { centreOpinion: signed },
  archiveCatalogue: { filedBy: '李某', checkedBy: '钱某某' },
  subsidySheet: { handlerConfirmed: signed, approved: signed },
  serviceReceipt: { remark: '无' },
};

export function fullSample(key: FormKey): Snapshot {
  return { head: sampleHead, body: { ...sampleBodies[key], ...filled[key] } as FormBody<FormKey> };
}
