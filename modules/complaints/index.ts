/** 投诉: what a person says to the justice bureau about legal aid that was done badly, and what the bureau finds, does and answers. */
export { complaintJobs } from './jobs.ts';
export { type ComplaintState, complaintLifecycle } from './lifecycle.ts';
export { complaintTables } from './migrations/0001-complaints.ts';
export { complaintMessages } from './migrations/0002-messages.ts';
export { complaintRefusals } from './refusals.ts';
export { complaintRoutes } from './routes.ts';
export { complaintGrounds, type GroundKey, groundKeys } from './rules/grounds.ts';
export { parseComplaintNumber } from './rules/number.ts';
export {
  type AgainstKind,
  againstKinds,
  complaintInput,
  type Outcome,
  type RegisterComplaint,
  type Standing,
  standings,
} from './schema.ts';
export { complaintSealedColumns } from './sealed.ts';
export { complaintNumbers, eraseComplaintWords, recountComplaints, upheldAmong } from './store.ts';
export { attachToComplaint, type StoredFile } from './use-cases/attach-to-complaint.ts';
export { mergeComplaint, passOnComplaint } from './use-cases/hand-on.ts';
export {
  entrustComplaint,
  investigateComplaint,
  reportFindings,
  takeReturn,
  tellFederation,
} from './use-cases/investigate.ts';
export {
  type ComplaintForCitizen,
  complaintThatGoesOn,
  lookUpComplaint,
  openComplaintPaper,
} from './use-cases/look-up-complaint.ts';
export { type RegisteredComplaint, registerComplaint } from './use-cases/register-complaint.ts';
export {
  closeComplaint,
  decideComplaint,
  recordComplaintService,
  replyToComplaint,
} from './use-cases/settle-complaint.ts';
export {
  acceptComplaint,
  declineComplaint,
  requestInformation,
  supplyInformation,
  withdrawComplaint,
} from './use-cases/take-up.ts';
