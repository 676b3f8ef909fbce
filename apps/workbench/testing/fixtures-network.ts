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
