import type { FastifyReply } from 'fastify';

/** Every cookie of the citizen's side. All are needed for what the person is doing; none tracks. */
export const cookieNames = {
  /** Random; what form tokens are bound to. */
  visitor: 'visitor',
  /** 续填码 of the draft being filled in. */
  draft: 'draft',
  /** The same of a complaint being written. */
  complaintDraft: 'cdraft',
  /** Number and query code of the complaint being looked at. */
  complaint: 'complaint',
  /** Number and query code of the matter being looked at. */
  matter: 'matter',
  /** Answers of the pre-check, sealed: nowhere else is there a copy. */
  preCheck: 'precheck',
  large: 'large',
  kiosk: 'kiosk',
  /** Where the kiosk stands: a code of the register, or a point's. */
  kioskAt: 'kioskat',
  lang: 'lang',
} as const;
export type CookieName = keyof typeof cookieNames;

interface Behind {
  readonly deps: { readonly config: { readonly tls: boolean } };
}

const year = 365 * 86_400;

/** Seconds; absent: until the browser closes. */
const lifetimes: Partial<Record<CookieName, number>> = {
  draft: 2 * 3600,
  complaintDraft: 2 * 3600,
  matter: 1800,
  complaint: 1800,
  preCheck: 1800,
  large: year,
  kiosk: year,
  kioskAt: year,
  lang: year,
};

export function sessionCookie({ deps }: Behind, reply: FastifyReply, name: CookieName, value: string): void {
  const maxAge = lifetimes[name];
  void reply.setCookie(cookieNames[name], value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.config.tls,
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}

export function clearCookie({ deps }: Behind, reply: FastifyReply, name: CookieName): void {
  void reply.clearCookie(cookieNames[name], { path: '/', httpOnly: true, sameSite: 'lax', secure: deps.config.tls });
}
