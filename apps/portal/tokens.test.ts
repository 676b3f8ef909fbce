import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../../kernel/paths.ts';
import { styleSheet } from './assets.ts';

const tokens = new Map(
  [...readFileSync(fromRoot('apps/portal/assets/tokens.css'), 'utf8').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(
    (m) => [m[1] ?? '', m[2] ?? ''],
  ),
);
const sheet = styleSheet.body.slice(styleSheet.body.indexOf('}') + 1);

function contrast(a: string, b: string): number {
  const [x = 0, y = 0] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

function luminance(name: string): number {
  const hex = tokens.get(name) ?? (name === 'white' ? '#ffffff' : '');
  if (hex === '') throw new Error(`no token ${name}`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each([
  ['ink', 'paper'],
  ['ink', 'white'],
  ['ink', 'qing-tint'],
  ['ink', 'amber-tint'],
  ['ink', 'paper-sunk'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'white'],
  ['ink-soft', 'paper-sunk'],
  ['qing', 'paper'],
  ['qing', 'white'],
  ['qing-deep', 'paper-sunk'],
  ['zhu-deep', 'paper'],
  ['zhu-deep', 'zhu-tint'],
  ['zhu-deep', 'white'],
  ['amber-deep', 'amber-tint'],
  ['green-deep', 'green-tint'],
  ['on-dark', 'qing'],
  ['on-dark', 'qing-deep'],
  ['on-dark', 'zhu-deep'],
  ['paper', 'ink'],
])('text %s on %s reads at 7:1 or better', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
});

test('the edge of a control stands out at 3:1', () => {
  expect(contrast('edge', 'paper')).toBeGreaterThanOrEqual(3);
  expect(contrast('edge', 'white')).toBeGreaterThanOrEqual(3);
});

test('the style sheet names colours by role only', () => {
  const raw = [...sheet.matchAll(/#[0-9a-f]{3,8}\b/gi)]
    .map((m) => m[0])
    .filter((colour) => !['#fff', '#000'].includes(colour));
  expect(raw).toEqual([]);
});
