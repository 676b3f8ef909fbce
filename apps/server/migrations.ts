import { ground, type Migration } from '../../kernel/db/index.ts';
import { accountTables } from '../../modules/accounts/index.ts';
import {
  applicationCommitmentCounts,
  applicationCommitments,
  applicationCooperation,
  applicationDecisionDays,
  applicationLawRevision,
  applicationProvisionalAid,
  applicationReceipt,
  applicationReceivedOrder,
  applicationSealedAnswers,
  applicationTables,
  applicationWorklistOrder,
} from '../../modules/applications/index.ts';
import { archiveNamesAndNotes, archiveTables } from '../../modules/archive/index.ts';
import {
  caseAffairs,
  caseLanguage,
  caseNotices,
  caseReceivedOn,
  caseReplacement,
  caseTables,
  caseTerminations,
  conflictTables,
  designationMethodTables,
  dutyTables,
  pleaWitnessTable,
} from '../../modules/cases/index.ts';
import { circleRunTables, circleTables } from '../../modules/circle/index.ts';
import { clockTables } from '../../modules/clocks/index.ts';
import { complaintMessages, complaintTables } from '../../modules/complaints/index.ts';
import { consultationTables } from '../../modules/consultations/index.ts';
import {
  documentDestruction,
  documentService,
  documentTables,
  officeTemplates,
} from '../../modules/documents/index.ts';
import { networkPhotos, networkPositions, networkTables } from '../../modules/network/index.ts';
import { objectionRounds, objectionTables } from '../../modules/objections/index.ts';
import { peopleTables, personMatching } from '../../modules/people/index.ts';
import { policyTables } from '../../modules/policy/index.ts';
import { presenceTables } from '../../modules/presence/index.ts';
import {
  assessmentOfUpheldComplaints,
  assessmentReview,
  assessmentTables,
  gradeTotals,
  qualityTables,
  reviewersApart,
  supervisionTables,
} from '../../modules/quality/index.ts';
import { directCostTables, subsidyTables } from '../../modules/subsidies/index.ts';

/** Every module's migrations, in the order in which rooms stand on each other. Applied ones never change or move. */
export const migrations: readonly Migration[] = [
  ground,
  networkTables,
  peopleTables,
  accountTables,
  documentTables,
  consultationTables,
  applicationTables,
  caseTables,
  subsidyTables,
  qualityTables,
  documentDestruction,
  archiveTables,
  applicationWorklistOrder,
  applicationReceivedOrder,
  policyTables,
  applicationLawRevision,
  caseReplacement,
  caseNotices,
  dutyTables,
  designationMethodTables,
  personMatching,
  conflictTables,
  applicationDecisionDays,
  objectionTables,
  applicationProvisionalAid,
  applicationReceipt,
  applicationCooperation,
  applicationCommitments,
  circleTables,
  applicationSealedAnswers,
  caseTerminations,
  objectionRounds,
  caseAffairs,
  networkPhotos,
  clockTables,
  presenceTables,
  directCostTables,
  circleRunTables,
  archiveNamesAndNotes,
  networkPositions,
  officeTemplates,
  caseLanguage,
  pleaWitnessTable,
  applicationCommitmentCounts,
  assessmentTables,
  complaintTables,
  assessmentOfUpheldComplaints,
  caseReceivedOn,
  assessmentReview,
  complaintMessages,
  documentService,
  supervisionTables,
  gradeTotals,
  reviewersApart,
];
