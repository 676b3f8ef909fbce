import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAddress, maskIdentityNumber, maskName, maskPhone } from './masking.ts';

test.each([
  ['530521199001011234', '530***********1234'],
  ['11010519491231002X', '110***********002X'],
  ['CAN110081080302', 'CAN********0302'],
  ['E12345678', 'E******78'],
  ['1234567', '*******'],
  ['', ''],
])('identity number %s shows as %s', (number, shown) => {
  expect(maskIdentityNumber(number)).toBe(shown);
});

test.each([
  ['13800001234', '138****1234'],
  ['0875-2123456', '0875-****456'],
  ['010-87654321', '010-*****321'],
  ['0875-2123456-801', '0875-****456'],
  ['+959450012345', '*********2345'],
  ['4008001234', '******1234'],
  ['12345', '*****'],
])('phone %s shows as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['李四', '李**'],
  ['李小四', '李**'],
  ['李', '**'],
  ['', '**'],
  ['欧阳修', '欧阳**'],
  ['歐陽修', '歐陽**'],
  ['欧阳', '欧**'],
  ['𠮷田茂', '𠮷**'],
  ['阿卜杜拉·买买提', '阿**'],
  ['John Smith', 'J**'],
])('name %s shows as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test.each([
  ['云南省保山市施甸县甸阳镇文笔社区12号', '云南省保山市施甸县***'],
  ['云南省保山市隆阳区九隆街道学府路1号', '云南省保山市隆阳区***'],
  ['保山市隆阳区兰城街道农贸市场旁', '保山市隆阳区***'],
  ['腾冲市腾越镇东方社区3组', '腾冲市***'],
  ['云南省腾冲市固东镇江东村', '云南省腾冲市***'],
  ['云南省临沧市镇康县南伞镇', '云南省临沧市镇康县***'],
  ['云南省西双版纳傣族自治州景洪市勐罕镇', '云南省西双版纳傣族自治州景洪市***'],
  ['云南省怒江傈僳族自治州贡山独龙族怒族自治县丙中洛镇', '云南省怒江傈僳族自治州贡山独龙族怒族自治县***'],
  ['内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦托海镇', '内蒙古自治区呼伦贝尔市鄂温克族自治旗***'],
  ['黑龙江省齐齐哈尔市梅里斯达斡尔族区雅尔塞镇', '黑龙江省齐齐哈尔市梅里斯达斡尔族区***'],
  ['北京市朝阳区建国路1号', '北京市朝阳区***'],
  ['施甸县姚关镇', '施甸县***'],
  ['香格里拉小区3栋', '***'],
  ['保山市永昌小区3栋2单元', '保山市***'],
  ['幸福路12号院', '***'],
  ['建国路农贸市场', '***'],
  ['Flat 3, 12 High Street', '***'],
  ['', '***'],
])('address %s shows as %s', (address, shown) => {
  expect(maskAddress(address)).toBe(shown);
});

test('a county on record is shown instead of what the text seems to say', () => {
  expect(maskAddress('甸阳镇文笔社区12号', '施甸县')).toBe('施甸县***');
});

test('no mask shows more than it says', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{16}[\dX]$/), (number) => {
      const shown = maskIdentityNumber(number);
      expect(shown).toHaveLength(18);
      expect(shown.slice(3, 14)).toBe('*'.repeat(11));
    }),
  );
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('云', '南', '省', '保', '山', '市', '县', '镇', '路', '村', '区', '3', '号', '小'),
      }),
      (address) => {
        const shown = maskAddress(address).slice(0, -3);
        expect(address.startsWith(shown)).toBe(true);
        expect(shown).not.toMatch(/\d|村|号|小区/);
        expect(shown === '' || /[省市县区]$/.test(shown)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
