import type { RosterHandler } from '../src/api/handlers.ts';
import type { NetworkPoint } from '../src/api/network.ts';
import { id } from './fixtures.ts';

const point = (n: number, name: string, more: Partial<NetworkPoint> = {}): NetworkPoint => ({
  tenant: '530502',
  id: id(7000 + n),
  code: `S-53050210${n}`,
  kind: 'townshipStation',
  name,
  address: `${name.slice(0, 3)}街 ${n} 号（司法所一楼）`,
  phone: `0875-000000${n}`,
  status: 'open',
  photo: null,
  ...more,
});

/** Points of a district: one has a photograph, one is suspended. */
export const points: readonly NetworkPoint[] = [
  point(1, '板桥镇法律援助工作站', { photo: 'abcdef012345' }),
  point(2, '汉庄镇法律援助工作站'),
  point(3, '蒲缥镇法律援助工作站', { status: 'suspended', phone: null }),
];

const entry = (n: number, name: string, more: Partial<RosterHandler> = {}): RosterHandler => ({
  tenant: '530502',
  id: id(7100 + n),
  code: `L-${n}`,
  version: 1,
  kind: 'lawyer',
  name,
  agencyName: '云南某律师事务所',
  status: 'active',
  specialities: ['labour'],
  languages: ['mandarin', 'baoshanDialect'],
  demonstration: true,
  ...more,
});

/** A roster: one speaks Lisu, one signs, one is suspended. */
export const roster: readonly RosterHandler[] = [
  entry(1, '段绍云', { languages: ['mandarin', 'baoshanDialect', 'lisu'] }),
  entry(2, '番家慧', { kind: 'basicLegalServiceWorker', languages: ['mandarin', 'signLanguage'] }),
  entry(3, '杨文斌', { status: 'suspended' }),
];
