import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultNumberTemplate, formatDocumentNumber, numberTemplateFault } from './document-number.ts';

const parts = { year: 2026, agency: '保', class: '民', step: '', serial: 123 };

describe('a document number', () => {
  test.each([
    [defaultNumberTemplate, parts, '（2026）保法援民字第000123号'],
    [defaultNumberTemplate, { ...parts, step: '指' }, '（2026）保法援民指字第000123号'],
    [defaultNumberTemplate, { ...parts, serial: 1234567 }, '（2026）保法援民字第1234567号'],
    [
      '{agency}援{class}{step}〔{year}〕{serial}号',
      { ...parts, class: '刑', step: '终', serial: 7 },
      '保援刑终〔2026〕7号',
    ],
  ])('%s', (template, given, printed) => {
    expect(formatDocumentNumber(template, given)).toBe(printed);
  });

  test.each([
    ['{agency}第{serial}号', 'yearMissing'],
    ['（{year}）第{serial}号', 'agencyMissing'],
    ['（{year}）{agency}号', 'serialMissing'],
    ['（{year}）{agency}{clas}第{serial}号', 'unknownSlot'],
    ['（{year}）{agency}第{serial}号}', 'unknownSlot'],
  ] as const)('template %s is refused: %s', (template, fault) => {
    expect(numberTemplateFault(template)).toBe(fault);
    expect(() => formatDocumentNumber(template, parts)).toThrow(RangeError);
  });

  test.each([0, -1, 1.5])('serial %d is refused', (serial) => {
    expect(() => formatDocumentNumber(defaultNumberTemplate, { ...parts, serial })).toThrow(RangeError);
  });

  test('two different serials never print the same number', () => {
    const serial = fc.integer({ min: 1, max: 99_999_999 });
    fc.assert(
      fc.property(serial, serial, (a, b) => {
        fc.pre(a !== b);
        const print = (n: number) => formatDocumentNumber(defaultNumberTemplate, { ...parts, serial: n });
        expect(print(a)).not.toBe(print(b));
      }),
    );
  });
});
