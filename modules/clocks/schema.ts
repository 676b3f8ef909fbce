/*
 * 时限监督: what the house does about its own time limits. A limit that is near is told to whoever keeps it, one that has passed to the
 * head of the centre, one that stays passed to the justice bureau; and how many were kept is published.
 */

/** How far a limit has gone: near its last day, past it, past it and still not kept. */
export const levels = ['soon', 'overdue', 'climbed'] as const;
export type Level = (typeof levels)[number];

/** How a limit stands that has not been met. */
export const clockStates = ['running', 'soon', 'overdue', 'paused'] as const;
export type ClockState = (typeof clockStates)[number];
