import { post } from './http.ts';

/** Where a paper can be had: the signed-in browser downloads it itself. */
export function documentAddress(tenant: string, documentId: string, format: 'docx' | 'pdf'): string {
  return `/api/documents/${tenant}/${documentId}/${format}`;
}

/** 送达方式. */
export const serviceMethods = ['direct', 'electronic', 'post', 'entrusted', 'left', 'announced'] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** 签收: on the screen, on paper, a fingerprint on paper. */
export const signings = ['touch', 'paper', 'fingerprint'] as const;
export type Signing = (typeof signings)[number];

export interface ServiceInput {
  readonly tenant: string;
  readonly documentId: string;
  readonly recipient: string;
  readonly method: ServiceMethod;
  readonly servedOn: string;
  readonly receivedBy?: string;
  readonly relation?: string;
  readonly signing?: Signing;
  /** PNG in base64. */
  readonly signature?: string;
  readonly consentOn?: string;
  readonly trackingNumber?: string;
  readonly remark?: string;
}

export function recordService(input: ServiceInput, idempotencyKey: string): Promise<{ readonly receiptId: string }> {
  return post('/api/documents/service', input, idempotencyKey);
}

export function signatureAddress(tenant: string, serviceId: string): string {
  return `/api/documents/${tenant}/services/${serviceId}/signature`;
}
