/** 咨询: window, 12348, web and letter consultations. */
export { consultationTables } from './migrations/0001-consultations.ts';
export { recountConsultations } from './recount.ts';
export { consultationRefusals } from './refusals.ts';
export { consultationRoutes } from './routes.ts';
export { type ConsultationInput, consultationChannels, consultationInput } from './schema.ts';
export { selectConsultations } from './store.ts';
export { answerConsultation } from './use-cases/answer-consultation.ts';
export { listConsultations, readConsultation } from './use-cases/read-consultations.ts';
export { registerConsultation } from './use-cases/register-consultation.ts';
export { type ApplicationSeed, linkApplication, seedApplication } from './use-cases/turn-into-application.ts';
export { consultationSealedColumns } from './words.ts';
