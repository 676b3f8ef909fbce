import { describe, expect, test } from 'vitest';
import { causeCatalogue, suggestCauses } from './causes.ts';
import { causes } from './schema.ts';

test('every cause stands in the catalogue once, named in both languages, with phrases of its own', () => {
  expect(causeCatalogue.map(({ cause }) => cause)).toEqual([...causes]);
  for (const { cause, label, plain, phrases } of causeCatalogue) {
    expect([label.zh, label.en, plain.zh, plain.en].every((text) => text.length > 0)).toBe(true);
    if (cause !== 'other') expect(phrases.length).toBeGreaterThanOrEqual(5);
    expect(new Set(phrases).size).toBe(phrases.length);
  }
});

describe('what people say points to a cause', () => {
  test.each([
    ['在工地干了半年，包工头不给工钱', 'labourPay'],
    ['老板拖欠工资三个月，人也找不到了', 'labourPay'],
    ['My boss has not paid my wages since June', 'labourPay'],
    ['没签合同，公司不承认我是员工', 'labourRelation'],
    ['在工地上摔下来，腿断了，算不算工伤', 'workInjury'],
    ['骑摩托车被车撞了，对方肇事逃逸', 'trafficInjury'],
    ['儿子不管老人，不给生活费', 'maintenance'],
    ['离了婚他一直不付抚养费', 'maintenance'],
    ['老公打我和孩子，我想离开', 'domesticViolence'],
    ['My husband hits me', 'domesticViolence'],
    ['低保被取消了，不知道为什么', 'socialAssistance'],
    ['公司没交社保，退休金领不到', 'socialInsurance'],
    ['手术失败了，医院说没责任', 'medicalInjury'],
    ['吃了药店卖的假药，住院了', 'foodDrugInjury'],
    ['电热水器漏电，把人打伤了', 'productInjury'],
    ['厂里排污，我家鱼塘的鱼死了', 'environmentalDamage'],
    ['跳下河救人，自己受了伤', 'actOfBravery'],
    ['网上有人侮辱烈士，是我爷爷', 'heroesPersonality'],
    ['坐了八年牢，改判无罪了', 'acquittalCompensation'],
    ['被公司辞退，不给经济补偿', 'labourContract'],
    ['想离婚，财产怎么分，彩礼要不要退', 'marriageAndFamily'],
    ['买的包谷种子是假种子，绝收了', 'agriculturalInputs'],
    ['村里收回土地，我家承包地被占了', 'landContract'],
    ['他家砍我家的树，山界说不清', 'forestRights'],
    ['水库移民，安置房一直不给', 'resettlement'],
    ['中介骗我们，招工的押金不退', 'employment'],
    ['学校不收我家孩子，没有学籍', 'schooling'],
    ['新农合不给报销', 'medicalCare'],
    ['我爸痴呆了，要办指定监护人', 'legalCapacity'],
    ['当兵的儿子因公牺牲，抚恤金没有发', 'pension'],
    ['被错误拘留，要国家赔偿', 'stateCompensation'],
    ['婆婆虐待我，把我赶出家门', 'abuseOrAbandonment'],
    ['大车倒车，把我家的牛撞死了，房子被撞坏', 'propertyLossFromAccident'],
  ])('%s', (said, cause) => {
    expect(suggestCauses(said)[0]?.cause).toBe(cause);
  });

  test('spaces, punctuation and full-width letters do not matter', () => {
    expect(suggestCauses('欠　我 ，工资！！')[0]?.cause).toBe('labourPay');
    expect(suggestCauses('ＷＡＧＥＳ')[0]?.cause).toBe('labourPay');
  });

  test('what fits nothing is asked, not guessed', () => {
    for (const text of ['', '   ', '您好', '今天天气不错', '？？？']) expect(suggestCauses(text)).toEqual([]);
  });

  test('several causes come closest first, at most as many as asked for, and other is never guessed', () => {
    const suggested = suggestCauses('老公打我，还不给孩子生活费，我想离婚', 2);
    expect(suggested).toHaveLength(2);
    expect(suggested.map(({ cause }) => cause)).not.toContain('other');
    const scores = suggestCauses('老公打我，还不给孩子生活费，我想离婚').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});
