import type { Actor } from '../../../kernel/use-case/index.ts';

/** Whom a complaint is about, and who has looked into it, by their accounts. */
export interface Concerned {
  readonly againstAccountId: string | null;
  readonly investigatorId: string | null;
}

/** 回避: nobody works on a complaint about themselves. */
export function mayTouch(actor: Pick<Actor, 'id'>, { againstAccountId }: Pick<Concerned, 'againstAccountId'>): boolean {
  return againstAccountId === null || actor.id !== againstAccountId;
}

/** 查审分开: whoever looked into it does not decide it. */
export function mayDecide(actor: Pick<Actor, 'id'>, complaint: Concerned): boolean {
  return mayTouch(actor, complaint) && actor.id !== complaint.investigatorId;
}
