import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseComplaintNumber } from '../../modules/complaints/index.ts';
import { cookieNames, sessionCookie } from './cookies.ts';
import type { Site } from './site.ts';

/** The complaint that a browser may look at: number and code, as they stand on the receipt. */
export interface HeldComplaint {
  readonly number: string;
  readonly code: string;
}

export function holdComplaint(site: Site, reply: FastifyReply, { number, code }: HeldComplaint): void {
  sessionCookie(site, reply, 'complaint', `${number}.${code}`);
}

export function complaintIn(request: FastifyRequest): HeldComplaint | undefined {
  const [number = '', code = ''] = (request.cookies[cookieNames.complaint] ?? '').split('.');
  if (parseComplaintNumber(number) === undefined || !/^[0-9A-Z]{4,20}$/.test(code)) return undefined;
  return { number, code };
}

/** The place whose bureau has it: it stands in the number. */
export function tenantOf({ number }: HeldComplaint): string {
  return parseComplaintNumber(number)?.tenant ?? '';
}
