import { kernelRefusals, type RefusalTable } from '../../kernel/errors/index.ts';
import { fileRefusals } from '../../kernel/files/index.ts';
import { accountRefusals } from '../../modules/accounts/index.ts';
import { applicationRefusals } from '../../modules/applications/index.ts';
import { archiveRefusals } from '../../modules/archive/index.ts';
import { caseRefusals } from '../../modules/cases/index.ts';
import { circleRefusals } from '../../modules/circle/index.ts';
import { complaintRefusals } from '../../modules/complaints/index.ts';
import { consultationRefusals } from '../../modules/consultations/index.ts';
import { documentRefusals } from '../../modules/documents/index.ts';
import { networkRefusals } from '../../modules/network/index.ts';
import { objectionRefusals } from '../../modules/objections/index.ts';
import { peopleRefusals } from '../../modules/people/index.ts';
import { policyRefusals } from '../../modules/policy/index.ts';
import { qualityRefusals } from '../../modules/quality/index.ts';
import { subsidyRefusals } from '../../modules/subsidies/index.ts';
import { whatIfRefusals } from '../../modules/what-if/index.ts';

/** Every code the house may refuse with, and its words in both languages. */
export const refusals: RefusalTable = {
  ...kernelRefusals,
  ...fileRefusals,
  ...accountRefusals,
  ...applicationRefusals,
  ...archiveRefusals,
  ...caseRefusals,
  ...circleRefusals,
  ...complaintRefusals,
  ...consultationRefusals,
  ...documentRefusals,
  ...networkRefusals,
  ...objectionRefusals,
  ...peopleRefusals,
  ...policyRefusals,
  ...qualityRefusals,
  ...subsidyRefusals,
  ...whatIfRefusals,
};
