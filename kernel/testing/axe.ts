import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to level AA, and what axe holds good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Violation {
  readonly id: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  /** The first of each element's own text, as many as it was found at. */
  readonly where: readonly string[];
}

/**
 * Bring axe into every document that a page will open. By the debugger, past the page's own content security policy, which
 * lets no foreign script in; once for a page, since half a megabyte at every address was the longest part of a test.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(source);
}

/** What axe finds in the document shown, level AA and good practice. */
export async function violationsIn(page: Page): Promise<readonly Violation[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })`,
  )) as { violations: { id: string; impact: Violation['impact']; nodes: { html: string }[] }[] };
  return violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.map(({ html }) => html.slice(0, 160)),
  }));
}

/** One line for each finding of those that keep somebody out. */
export function grave(violations: readonly Violation[]): readonly string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, where }) => `${id}: ${where.join(' | ')}`);
}
