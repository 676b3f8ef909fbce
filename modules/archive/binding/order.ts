import type { DocumentHead } from '../../documents/index.ts';
import type { BoundPiece, PieceToBind } from '../schema.ts';
import type { BindingLimits } from './limits.ts';

/** Everything a binder is told; plain data, so that it can be handed to another thread. */
export interface BindingOrder {
  readonly head: DocumentHead;
  readonly at: string;
  readonly file: {
    readonly number: string;
    readonly caseNumber: string;
    readonly recipientName: string;
    readonly causeText: string;
    readonly handlerName: string;
    readonly handlerUnit: string;
    readonly closedOn: string | null;
    readonly archivedOn: string;
    readonly archivedByName: string;
    /** 保管期限 in words. */
    readonly term: string;
    readonly termVerified: boolean;
  };
  readonly pieces: readonly PieceToBind[];
  readonly limits: BindingLimits;
  readonly fontFile?: string | undefined;
}

export interface BoundFile {
  readonly hash: string;
  readonly sm3: string;
  readonly bytes: number;
  /** Pages with a number; cover, catalogue and end note not counted. */
  readonly pages: number;
  readonly pieces: readonly BoundPiece[];
}
