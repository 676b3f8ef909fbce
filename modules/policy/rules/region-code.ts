/** Provinces, autonomous regions and municipalities (GB/T 2260, first two digits). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Prefectures of Yunnan (first four digits): the province this house serves is known one level deeper. */
const yunnan = new Set(
  '5300 5301 5303 5304 5305 5306 5307 5308 5309 5323 5325 5326 5328 5329 5331 5333 5334'.split(' '),
);

/** Baoshan's own codes since it became a city in 2001; 530522 was 腾冲县 until it became 530581 腾冲市 in 2015. */
const baoshan = new Set('530500 530501 530502 530521 530522 530523 530524 530581'.split(' '));

/**
 * Whether a text can be the GB/T 2260 code of a centre's place: six digits, a province that exists, and for Yunnan and Baoshan a prefecture
 * and a county that exist. The full register belongs to the network module; this refuses what is plainly no code.
 */
export function isRegionCode(text: string): boolean {
  if (!/^\d{6}$/.test(text) || !provinces.has(text.slice(0, 2))) return false;
  if (text.startsWith('5305')) return baoshan.has(text);
  if (text.startsWith('53')) return yunnan.has(text.slice(0, 4));
  return true;
}
