import type { MaterialInput } from './applications.ts';
import type {
  ApplyingAs,
  Cause,
  CriminalRole,
  CriminalStage,
  Door,
  Group,
  Impairment,
  Language,
  MatterClass,
  Proof,
} from './codes.ts';
import { post } from './http.ts';
import type { PersonInput } from './person-input.ts';

export interface CriminalInput {
  readonly stage: CriminalStage;
  readonly role: CriminalRole;
  readonly hasDefender: boolean;
  readonly lifeOrDeathPossible?: boolean;
  readonly inAbsentia?: boolean;
  readonly hearingOn?: string;
}

/** 申请, as every door hands it in. */
/** How a commitment in place of proof was signed at the counter. */
export interface SignedCommitment {
  readonly signed: 'signature' | 'fingerprint';
  readonly readAloud: boolean;
}

export interface ApplicationInput {
  readonly door: Door;
  readonly intakeTenant?: string;
  readonly intakeAgency?: string;
  readonly receivedOn?: string;
  /** Why a paper form is entered only now. */
  readonly lateEntryReason?: string;
  /** Who forwarded it, and when the person applied there (`YYYY-MM-DDTHH:MM`). */
  readonly forwarding?: { readonly place: string; readonly appliedAt: string };
  readonly guardianIsWrongdoer?: boolean;
  readonly consultationId?: string;
  readonly applyingAs: ApplyingAs;
  readonly recipient: PersonInput;
  readonly agent?: PersonInput & { readonly relation: string };
  readonly residence: 'urban' | 'rural';
  readonly groups: readonly Group[];
  readonly noFixedLivelihood?: boolean;
  readonly impairments?: readonly Impairment[];
  readonly matter: {
    readonly class: MatterClass;
    readonly cause?: Cause;
    readonly narrative: string;
    readonly proceeding: 'litigation' | 'nonLitigation';
    readonly occurrenceRegion: string;
    readonly organRegion?: string;
    readonly organName?: string;
    readonly wanted?: string;
    readonly limitationExpiresOn?: string;
    readonly needsPreservation?: boolean;
    readonly criminal?: CriminalInput;
  };
  readonly language?: Language;
  readonly household?: {
    readonly members: number;
    readonly annualIncome: number;
    readonly applicantAnnualIncome: number;
    readonly opponentInHousehold?: boolean;
  };
  readonly proof: Proof;
  readonly commitment?: SignedCommitment;
  readonly opponents: readonly {
    readonly name: string;
    readonly phone?: string;
    readonly unit?: string;
    readonly address?: string;
  }[];
  readonly materials: readonly MaterialInput[];
  readonly declaration: true;
}

/** 回执: the query code is shown this once. */
export interface Submitted {
  readonly tenant: string;
  readonly applicationId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly version: number;
  readonly centre: { readonly name: string; readonly phone: string | null; readonly address: string | null };
  readonly decideBy: { readonly on: string; readonly citation: string };
  readonly outcomeLikely: string;
}

export function submitApplication(input: ApplicationInput, idempotencyKey: string): Promise<Submitted> {
  return post('/api/applications', input, idempotencyKey);
}
