import type { DutyHelp, Rota } from '../src/api/duty.ts';
import { id } from './fixtures.ts';

const places = ['隆阳区人民法院法律援助工作站', '隆阳区看守所法律援助工作站', '隆阳区法律援助中心'].map(
  (name, index) => ({
    agencyId: id(6000 + index),
    name,
    shortName: name.slice(0, 6),
  }),
);

const shift = (n: number, place: number, onDay: string, name: string, change: object = {}): Rota['shifts'][number] => ({
  tenant: '530502',
  id: id(6100 + n),
  agencyId: id(6000 + place),
  onDay,
  period: 'day',
  mode: 'onSite',
  handlerId: id(2001),
  handlerName: name,
  state: 'PLANNED',
  version: 1,
  offeredTo: null,
  offeredToName: null,
  reason: null,
  actions: ['offerSwap', 'cancel'],
  ...change,
});

export const rota: Rota = {
  places,
  lawyers: [
    { handlerId: id(2001), name: '王丽萍', agencyName: '云南永昌律师事务所' },
    { handlerId: id(2002), name: '阿·木呷·尔古', agencyName: '保山兰城律师事务所' },
  ],
  shifts: [
    shift(1, 0, '2026-11-23', '王丽萍', { actions: [] }),
    shift(2, 0, '2026-11-24', '王丽萍'),
    shift(3, 0, '2026-11-25', '阿·木呷·尔古', { period: 'morning' }),
    shift(4, 1, '2026-11-24', '李正昌'),
    shift(5, 1, '2026-11-26', '李正昌', {
      state: 'SWAP_OFFERED',
      offeredTo: id(2002),
      offeredToName: '阿·木呷·尔古',
      reason: '当天开庭',
      actions: ['takeSwap', 'leaveSwap', 'cancel'],
    }),
    shift(6, 2, '2026-11-25', '尹德武', { mode: 'phone', period: 'afternoon' }),
  ],
  mayPlan: true,
  daysOff: ['2026-11-28', '2026-11-29'],
  ownHandlerId: null,
};

export const helps: readonly DutyHelp[] = [
  {
    id: id(6201),
    agencyId: id(6001),
    handlerName: '李正昌',
    helpedOn: '2026-11-24',
    mode: 'onSite',
    personName: '番某',
    stage: 'investigation',
    services: ['advice', 'coerciveMeasure'],
    outcome: 'advised',
    signature: 'fingerprint',
    note: null,
    plea: null,
  },
  {
    id: id(6202),
    agencyId: id(6000),
    handlerName: '王丽萍',
    helpedOn: '2026-11-23',
    mode: 'video',
    personName: '阿·木呷·尔古',
    stage: 'prosecutionReview',
    services: ['procedureChoice', 'pleaWitness'],
    outcome: 'pleaSigned',
    signature: 'heardRemotely',
    note: null,
    plea: { documentId: id(6301), charge: '盗窃罪', organ: '隆阳区人民检察院' },
  },
];
