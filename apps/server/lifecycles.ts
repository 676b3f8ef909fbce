import type { Lifecycle } from '../../kernel/use-case/index.ts';
import { applicationLifecycle, commitmentLifecycle, cooperationLifecycle } from '../../modules/applications/index.ts';
import { destructionLifecycle } from '../../modules/archive/index.ts';
import { affairLifecycles, caseLifecycle, dutyShiftLifecycle } from '../../modules/cases/index.ts';
import { complaintLifecycle } from '../../modules/complaints/index.ts';
import { templateLifecycle } from '../../modules/documents/index.ts';
import { agencyLifecycle, handlerLifecycle } from '../../modules/network/index.ts';
import { objectionLifecycle } from '../../modules/objections/index.ts';
import { changeLifecycle } from '../../modules/policy/index.ts';
import { assessmentLifecycle, assessmentPlanLifecycle, supervisionLifecycle } from '../../modules/quality/index.ts';
import { batchLifecycle, costLifecycle, subsidyLifecycle } from '../../modules/subsidies/index.ts';

/** Every life cycle of the house, as data. */
export const lifecycles: readonly Lifecycle[] = [
  applicationLifecycle,
  cooperationLifecycle,
  commitmentLifecycle,
  objectionLifecycle,
  complaintLifecycle,
  caseLifecycle,
  ...Object.values(affairLifecycles),
  dutyShiftLifecycle,
  subsidyLifecycle,
  costLifecycle,
  batchLifecycle,
  assessmentPlanLifecycle,
  assessmentLifecycle,
  supervisionLifecycle,
  agencyLifecycle,
  handlerLifecycle,
  changeLifecycle,
  destructionLifecycle,
  templateLifecycle,
];
