import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { colours } from './tokens.ts';

/** Relative luminance and contrast by WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

type Colour = keyof typeof colours;
const grounds: readonly Colour[] = ['paper', 'paperSunk', 'sheet'];

describe('text at the desk is readable', () => {
  const pairs: (readonly [Colour, Colour])[] = [
    ...(['ink', 'inkSoft', 'qing', 'qingDeep', 'zhu', 'zhuDeep', 'amber', 'green'] as const).flatMap((text) =>
      grounds.map((ground) => [text, ground] as const),
    ),
    ['onDark', 'qing'],
    ['onDark', 'zhu'],
    ['ink', 'qingTint'],
    ['inkSoft', 'qingTint'],
    ['qingDeep', 'qingTint'],
    ['zhuDeep', 'zhuTint'],
    ['amberDeep', 'amberTint'],
    ['greenDeep', 'greenTint'],
  ];
  test.each(pairs)('%s on %s', (text, ground) =>
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5),
  );
  test('the border of a control is seen', () =>
    expect(contrast(colours.edge, colours.sheet)).toBeGreaterThanOrEqual(3));
});

test('both houses of the family wear the same colours', () => {
  const portal = readFileSync(fileURLToPath(new URL('../../../portal/assets/tokens.css', import.meta.url)), 'utf8');
  for (const [name, ours] of [
    ['ink', colours.ink],
    ['paper', colours.paper],
    ['line', colours.line],
    ['qing', colours.qing],
    ['zhu', colours.zhu],
    ['amber-tint', colours.amberTint],
    ['green-tint', colours.greenTint],
  ] as const) {
    expect(portal).toContain(`--${name}: ${ours};`);
  }
});
