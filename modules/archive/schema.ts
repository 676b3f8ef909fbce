import { z } from 'zod';
import { retentionTerms } from './rules/retention.ts';

const visible = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const tenant = z.string().regex(/^\d{6}$/);
const version = z.int().min(1);
/** Why somebody did it, in one line. */
const reason = z.string().trim().min(2).max(500).regex(visible);

export const ArchiveKey = z.strictObject({ tenant, archiveId: z.uuid() });
export type ArchiveKey = z.infer<typeof ArchiveKey>;

export const archiveViews = ['due', 'held', 'permanent', 'destroyed', 'all'] as const;

export const ListArchives = z.strictObject({
  tenant: tenant.optional(),
  /** `due`: the term is over, nothing holds it. */
  view: z.enum(archiveViews).default('due'),
  /** Due by this day; for `due`, today when absent. */
  by: z.iso.date().optional(),
  /** The beginning of a file number, a case number or a name. */
  search: z.string().trim().min(1).max(60).regex(visible).optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListArchives = z.infer<typeof ListArchives>;

const named = ArchiveKey.extend({ version });
export const SetHold = named.extend({ reason });
export const LiftHold = named.extend({ holdId: z.uuid(), reason });
export const Reclassify = named.extend({ term: z.enum(retentionTerms), reason });
export const BindArchive = named;
export type SetHold = z.infer<typeof SetHold>;
export type LiftHold = z.infer<typeof LiftHold>;
export type Reclassify = z.infer<typeof Reclassify>;

export const ProposeDestruction = z.strictObject({
  tenant,
  archiveIds: z.array(z.uuid()).min(1).max(200),
  reason,
});
export type ProposeDestruction = z.infer<typeof ProposeDestruction>;

export const DestructionKey = z.strictObject({ tenant, destructionId: z.uuid() });
export type DestructionKey = z.infer<typeof DestructionKey>;
export const SettleDestruction = DestructionKey.extend({ version, note: reason.optional() });
export const RejectDestruction = DestructionKey.extend({ version, note: reason });
export type SettleDestruction = z.infer<typeof SettleDestruction>;

/** Which part of the file a piece stands in. */
export const pieceParts = ['intake', 'handling', 'other'] as const;
export type PiecePart = (typeof pieceParts)[number];

/** Why a piece is not on pages of its own. */
export const pieceFaults = ['paperOnly', 'missing', 'damaged', 'encrypted', 'format', 'tooLarge'] as const;
export type PieceFault = (typeof pieceFaults)[number];

/** One line of the catalogue as bound. Pages are those stamped on the paper. */
export interface BoundPiece {
  readonly part: PiecePart;
  readonly name: string;
  readonly responsible?: string | undefined;
  readonly on?: string | undefined;
  readonly firstPage?: number | undefined;
  readonly lastPage?: number | undefined;
  /** SHA-256 of the piece as it was received or issued; absent for what is on paper only. */
  readonly sha256?: string | undefined;
  readonly bytes?: number | undefined;
  readonly fault?: PieceFault | undefined;
  /** True when the original is embedded in the PDF as an attachment, because it cannot be put on pages. */
  readonly embedded?: boolean | undefined;
}

/** A piece to be bound: stored content by its hash, or a line for what exists on paper only. */
export interface PieceToBind {
  readonly part: PiecePart;
  readonly name: string;
  readonly fileName?: string | undefined;
  readonly responsible?: string | undefined;
  readonly on?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly sha256?: string | undefined;
}
