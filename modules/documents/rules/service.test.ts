import { describe, expect, test } from 'vitest';
import { serviceFaults } from './service.ts';

const days = { issuedOn: '2026-11-20', today: '2026-11-24' };
const handed = {
  recipient: '李四',
  method: 'direct',
  servedOn: '2026-11-23',
  signing: 'paper',
  signed: false,
} as const;
const faultsOf = (change: Partial<Parameters<typeof serviceFaults>[0]>) =>
  serviceFaults({ ...handed, ...change }, days).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a service that may be recorded', () => {
  test.each<[string, Parameters<typeof faultsOf>[0]]>([
    ['in hand, signed on paper', {}],
    ['in hand, a fingerprint on paper', { signing: 'fingerprint' }],
    ['in hand, signed on the screen', { signing: 'touch', signed: true }],
    ['on the day of issue', { servedOn: '2026-11-20' }],
    ['today', { servedOn: '2026-11-24' }],
    ['to somebody else in the house', { receivedBy: '李某某', relation: '同住的成年儿子' }],
    ['by post', { method: 'post', signing: undefined, trackingNumber: 'XA123456789CN' }],
    ['electronic, agreed to before', { method: 'electronic', signing: undefined, consentOn: '2026-11-01' }],
    ['left behind, with how', { method: 'left', signing: undefined, remark: '拒绝签收，村委会干部在场见证' }],
  ])('%s', (_, change) => {
    expect(faultsOf(change)).toEqual([]);
  });
});

describe('a service that may not', () => {
  test.each<[string, Parameters<typeof faultsOf>[0], string]>([
    ['before the paper', { servedOn: '2026-11-19' }, '/servedOn document.servedBeforeIssue'],
    ['tomorrow', { servedOn: '2026-11-25' }, '/servedOn document.servedInFuture'],
    ['in hand and not signed for', { signing: undefined }, '/signing document.signingMissing'],
    ['entrusted and not signed for', { method: 'entrusted', signing: undefined }, '/signing document.signingMissing'],
    ['on the screen without a stroke', { signing: 'touch' }, '/signature document.signatureMissing'],
    ['a picture where it was signed on paper', { signed: true }, '/signature document.signatureUnasked'],
    ['by post without a number', { method: 'post', signing: undefined }, '/trackingNumber document.trackingMissing'],
    ['electronic without consent', { method: 'electronic', signing: undefined }, '/consentOn document.consentMissing'],
    [
      'electronic with a consent that came later',
      { method: 'electronic', signing: undefined, consentOn: '2026-11-24' },
      '/consentOn document.consentTooLate',
    ],
    ['to somebody nobody knows', { receivedBy: '李某某' }, '/relation document.relationMissing'],
    ['left behind without a word', { method: 'left', signing: undefined }, '/remark document.remarkMissing'],
    ['announced without a word', { method: 'announced', signing: undefined }, '/remark document.remarkMissing'],
  ])('%s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });
});
