import { demonstrationIdentityNumber, demonstrationPhone } from '../../../modules/people/index.ts';

const surnames = ['李', '杨', '段', '赵', '张', '王', '尹', '番', '早', '线'];
const given = ['家旺', '春兰', '正芳', '小满', '阿贵', '玉香', '加顺', '建平', '云', '金凤'];
const needs = [
  { cause: 'labourPay', narrative: '在砖厂做工八个月，老板欠我工资一直不给，打电话也不接。' },
  { cause: 'maintenance', narrative: '离婚以后孩子跟我，对方两年没有给过抚养费。' },
  { cause: 'trafficInjury', narrative: '骑车被货车撞伤，医药费花了很多，对方保险公司不肯赔。' },
  { cause: 'workInjury', narrative: '在工地上从架子摔下来，单位说我没有签合同，不认工伤。' },
] as const;

/**
 * The nth complete application of a run, as a window clerk hands it in: applicant with identity number, telephone and
 * address, household and income, the matter in the person's words, the other side, the integrity commitment in place of
 * proofs, the declaration. No two are alike. Marked as demonstration data throughout.
 */
export function applicationBody(tenant: string, n: number): Record<string, unknown> {
  const { cause, narrative } = needs[n % needs.length] as (typeof needs)[number];
  const day = new Date(Date.UTC(1950, 0, 1) + (Math.floor(n / 400) % 18_000) * 86_400_000).toISOString().slice(0, 10);
  const name = `${surnames[n % 10]}${given[Math.floor(n / 10) % 10]}`;
  return {
    door: 'window',
    applyingAs: 'self',
    recipient: {
      name,
      document: {
        kind: 'residentCard',
        number: demonstrationIdentityNumber(day, n % 400, n % 2 === 0 ? 'female' : 'male'),
      },
      phone: demonstrationPhone(n % 10_000),
      address: `永昌街道第${n}号`,
      region: tenant,
    },
    residence: n % 3 === 0 ? 'urban' : 'rural',
    groups: n % 4 === 0 ? ['migrantWorker'] : [],
    matter: {
      class: 'civil',
      cause,
      proceeding: 'litigation',
      narrative: `${narrative}（第${n}件）`,
      wanted: '要求对方依法支付',
      occurrenceRegion: tenant,
      organRegion: tenant,
    },
    household: { members: 2 + (n % 4), annualIncome: 1_200_000 + (n % 50) * 10_000, applicantAnnualIncome: 600_000 },
    proof: 'commitment',
    opponents: [{ name: `某某建材厂${n}`, phone: demonstrationPhone((n * 7) % 10_000), address: '保山市隆阳区工业园' }],
    declaration: true,
    demonstration: true,
  };
}
