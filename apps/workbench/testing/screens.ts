/** A link to a trial: the line of the towns from twice to two and a half times, over the year. */
const trialAddress = new URLSearchParams({
  trial: 'multiplier:means-baoshan.urban~times=2.5',
  from: '2026-01-01',
  to: '2026-11-24',
  run: '1',
});

/** Every screen of the desk: its address, and the roles that see it. */
export const screens: readonly { readonly name: string; readonly path: string; readonly roles: readonly string[] }[] = [
  { name: 'sign-in', path: '/desk/', roles: [] },
  { name: 'today', path: '/desk/today', roles: ['clerk', 'reviewer', 'designator'] },
  { name: 'reception', path: '/desk/reception', roles: ['clerk'] },
  { name: 'hotline', path: '/desk/hotline', roles: ['hotlineAgent'] },
  { name: 'consultations', path: '/desk/consultations', roles: ['clerk'] },
  { name: 'application-entry', path: '/desk/applications/new', roles: ['clerk'] },
  { name: 'notice', path: '/desk/notices/new', roles: ['clerk'] },
  { name: 'review', path: '/desk/review', roles: ['reviewer'] },
  { name: 'matter', path: '/desk/matters/530502/00000000-0000-7000-8000-000000000003', roles: ['clerk', 'reviewer'] },
  { name: 'designation', path: '/desk/designation', roles: ['designator'] },
  { name: 'candidates', path: '/desk/designation/530502/00000000-0000-7000-8000-000000001001', roles: ['designator'] },
  { name: 'handling', path: '/desk/handling', roles: ['handler'] },
  {
    name: 'case',
    path: '/desk/matters/530523/00000000-0000-7000-8000-000000000104?case=00000000-0000-7000-8000-000000001004',
    roles: ['handler'],
  },
  { name: 'duty', path: '/desk/duty?week=2026-11-24', roles: ['designator'] },
  { name: 'duty-helps', path: '/desk/duty?view=helps', roles: ['designator'] },
  { name: 'subsidies', path: '/desk/subsidies?state=every', roles: ['finance'] },
  {
    name: 'subsidy',
    path: '/desk/subsidies?state=DUE&open=530502.00000000-0000-7000-8000-000000005000',
    roles: ['finance'],
  },
  { name: 'batches', path: '/desk/subsidies?view=batches', roles: ['finance'] },
  { name: 'funds', path: '/desk/subsidies?view=funds', roles: ['finance'] },
  { name: 'quality', path: '/desk/quality', roles: ['quality'] },
  { name: 'statistics', path: '/desk/statistics', roles: ['manager'] },
  { name: 'what-if', path: '/desk/what-if', roles: ['manager'] },
  { name: 'what-if-answer', path: `/desk/what-if?${trialAddress}`, roles: ['manager'] },
  {
    name: 'what-if-list',
    path: `/desk/what-if?${trialAddress}&list=direction:gains`,
    roles: ['manager'],
  },
  { name: 'law', path: '/desk/law', roles: ['policyAdmin'] },
  { name: 'law-pack', path: '/desk/law?pack=promises-baoshan', roles: ['policyAdmin'] },
  { name: 'law-statute', path: '/desk/law?pack=law-2021', roles: ['manager'] },
  {
    name: 'law-compare',
    path: '/desk/law?view=compare&from=2017-12-18&to=2026-11-24&region=530502&group=migrantWorker&cause=labourPay',
    roles: ['reviewer'],
  },
  { name: 'law-changes', path: '/desk/law?view=changes', roles: ['manager'] },
  {
    name: 'law-change',
    path: '/desk/law?view=changes&open=00000000-0000-7000-8000-000000009001',
    roles: ['manager'],
  },
  { name: 'accounts', path: '/desk/system', roles: ['securityAdmin'] },
  { name: 'parked', path: '/desk/system', roles: ['systemAdmin'] },
  { name: 'account', path: '/desk/account', roles: ['clerk'] },
];
