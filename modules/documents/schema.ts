import { z } from 'zod';

/*
 * What every official paper (文书) freezes at the moment it is issued. A snapshot holds the words and figures as printed:
 * a later change of a name, a tariff or a rule never alters a paper that has left the house.
 */

// Tab, carriage return and other invisible characters have no place on a paper; a line break is allowed in prose only.
const printable = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const printableLines = /^(?:[^\p{Cc}\p{Cs}\u2028\u2029]|\n)*$/u;

/** One line of printed text, no line break. */
export const line = (max = 120) => z.string().max(max).regex(printable);

/** Running text of several paragraphs, parted by `\n`. */
export const prose = (max = 8000) => z.string().max(max).regex(printableLines);

/** A day of the law's calendar in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** Money in fen (分), never negative on a paper. */
export const fen = z.int().min(0);

/** An amount that a rule or a register supplied; `verified: false` prints 待核实 beside it. */
export const figure = z.strictObject({ fen, verified: z.boolean() });

/** A reason with the article that carries it. */
export const reason = z.strictObject({ text: prose(1000), citation: line(200), verified: z.boolean().optional() });

export const matterClass = z.enum(['civil', 'administrative', 'criminal', 'stateCompensation', 'nonLitigation']);

/** 援助形式 (Legal Aid Law art. 22). */
export const aidForm = z.enum([
  'consultation',
  'documentDrafting',
  'criminalDefence',
  'criminalRepresentation',
  'litigationRepresentation',
  'nonLitigationRepresentation',
  'legalAssistance',
  'labourArbitration',
  'other',
]);

/** 人群类别: a person has many; they are never summed. */
export const group = z.enum([
  'minor',
  'olderPerson',
  'personWithDisability',
  'woman',
  'migrantWorker',
  'farmer',
  'student',
  'military',
  'militaryFamily',
  'martyrSurvivor',
  'preferentialTreatment',
  'socialAssistance',
  'judicialAssistance',
  'relocatedMigrant',
  'ethnicMinority',
  'foreigner',
]);

/** 办案阶段 as the official application form lists them. */
export const proceedingStage = z.enum([
  'notStarted',
  'investigation',
  'prosecutionReview',
  'firstInstance',
  'secondInstance',
  'deathPenaltyReview',
  'retrial',
  'compulsoryMedical',
  'enforcement',
  'labourArbitration',
  'mediation',
  'administrativeReconsideration',
]);

/** A person as printed. What is masked is masked by the caller before it is frozen. */
export const printedPerson = z.strictObject({
  name: line(100).min(1),
  sex: z.enum(['male', 'female']).optional(),
  birthDate: day.optional(),
  ethnicity: line(20).optional(),
  identityNumber: line(40).optional(),
  phone: line(40).optional(),
  address: line(200).optional(),
  registeredAddress: line(200).optional(),
  workUnit: line(100).optional(),
  occupation: line(60).optional(),
  education: line(40).optional(),
  health: line(60).optional(),
});

/** 承办人 with the unit that answers for the work. */
export const printedHandler = z.strictObject({
  name: line(100).min(1),
  unit: line(120).min(1),
  kind: z.enum(['lawyer', 'basicLegalServiceWorker', 'centreStaff', 'volunteer']).optional(),
  licenceNumber: line(60).optional(),
  phone: line(40).optional(),
});

/** 材料 on a receipt, a letter or a notice. */
export const material = z.strictObject({
  name: line(200).min(1),
  kind: z.enum(['original', 'copy', 'electronic']).optional(),
  copies: z.int().min(1).max(999).optional(),
  pages: z.int().min(1).max(9999).optional(),
  note: line(200).optional(),
});

/** An opinion with its hand and day, as the boxes of an approval form carry it; unsigned boxes stay blank. */
export const opinion = z.strictObject({ text: prose(2000).optional(), by: line(60).optional(), on: day.optional() });

/** The part that every paper shares, filled by the system when the paper is issued. */
export const documentHead = z.strictObject({
  /** 文书编号; absent on papers that carry no number series of their own. */
  number: line(80).optional(),
  /** 案件（申请）编号 to which the paper belongs. */
  matterNumber: line(80).optional(),
  agency: z.strictObject({
    name: line(100).min(1),
    /** 设立该机构的司法行政部门, which hears objections (art. 49). */
    bureau: line(100).min(1),
    address: line(200).optional(),
    phone: line(40).optional(),
    postcode: line(10).optional(),
  }),
  issuedOn: day,
  verification: z.strictObject({ code: line(40).min(1), url: z.url().max(300).optional() }).optional(),
  demonstration: z.boolean(),
});

export type DocumentHead = z.infer<typeof documentHead>;
export type MatterClass = z.infer<typeof matterClass>;
export type AidForm = z.infer<typeof aidForm>;
export type Group = z.infer<typeof group>;
export type ProceedingStage = z.infer<typeof proceedingStage>;
export type PrintedPerson = z.infer<typeof printedPerson>;
export type PrintedHandler = z.infer<typeof printedHandler>;
export type Material = z.infer<typeof material>;
export type Reason = z.infer<typeof reason>;
export type Figure = z.infer<typeof figure>;
export type Opinion = z.infer<typeof opinion>;
