import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { refusals } from '../apps/server/refusals.ts';
import { projectRoot } from '../kernel/paths.ts';

/*
 * The laws of the house that a reader of imports can check: rooms, their doors, and where SQL may stand.
 * An error here names the file and the import.
 */

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** Loaded when it is wanted, by `import()`. */
  readonly lazy: boolean;
}

const rooms = ['kernel', 'modules', 'apps', 'tools'];
const files = rooms.flatMap((room) => walk(join(projectRoot, room)));
const sources = files.filter((f) => !isTest(f));
const imports = sources.flatMap(importsOf);

test('every source file is seen', () => {
  expect(sources.length).toBeGreaterThan(200);
  for (const room of ['kernel/', 'modules/', 'apps/server/', 'apps/portal/', 'apps/workbench/', 'tools/']) {
    expect(
      sources.some((f) => f.startsWith(room)),
      room,
    ).toBe(true);
  }
  expect(imports.length).toBeGreaterThan(sources.length);
});

test('the kernel knows nothing of legal aid', () => {
  expect(breaches((i) => i.from.startsWith('kernel/') && !i.to.startsWith('kernel/'))).toEqual([]);
});

test('modules do not know the apps or the tools', () => {
  expect(breaches((i) => i.from.startsWith('modules/') && /^(apps|tools)\//.test(i.to))).toEqual([]);
});

test('modules meet only at index.ts', () => {
  expect(
    breaches((i) => {
      const from = moduleOf(i.from);
      const to = moduleOf(i.to);
      if (to === undefined || from === to) return false;
      // The command line loads a room's commands without the rest of it.
      if (i.to === `modules/${to}/commands.ts` && i.from.startsWith('apps/server/commands/')) return false;
      // The workbench takes types from schemas; nothing of the server is bundled.
      if (i.typeOnly && i.from.startsWith('apps/workbench/')) return false;
      return i.to !== `modules/${to}/index.ts`;
    }),
  ).toEqual([]);
});

test('policy depends on no other module', () => {
  expect(
    breaches((i) => moduleOf(i.from) === 'policy' && moduleOf(i.to) !== undefined && moduleOf(i.to) !== 'policy'),
  ).toEqual([]);
});

test('a search of a road graph does not wait for the house to load', () => {
  const loaded = new Map([['apps/server/commands/circle.ts', 'the command line']]);
  for (const file of loaded.keys())
    for (const { from, to, typeOnly, lazy } of imports)
      if (from === file && !typeOnly && !lazy && !loaded.has(to)) loaded.set(to, from);
  expect(loaded.size).toBeGreaterThan(50);
  const heavy = [...loaded].filter(([file]) => /^(modules\/(?!circle\/)|kernel\/(db|http|use-case)\/)/.test(file));
  expect(heavy.map(([file, by]) => `${by} → ${file}`)).toEqual([]);
});

test('no circles between modules', () => {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const a = moduleOf(from);
    const b = moduleOf(to);
    if (a !== undefined && b !== undefined && a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  expect(circle(edges)).toBeUndefined();
});

test('SQL stands in stores, tables and migrations only', () => {
  const allowed =
    /^(kernel\/|tools\/|modules\/[^/]+\/(store|tables|recount|encrypted-columns|.*-store)\.ts|modules\/[^/]+\/(store|migrations)\/)/;
  const wrong = sources.filter((f) => {
    if (allowed.test(f) || f.startsWith('apps/')) return false;
    return /import\s+\{[^}]*\bsql\b[^}]*\}\s+from 'kysely'/.test(read(f));
  });
  expect(wrong).toEqual([]);
});

test('rules are pure: no clock, no chance, no files, no database', () => {
  const wrong = sources.filter((f) => {
    if (!/^modules\/[^/]+\/rules(\.ts|\/)/.test(f)) return false;
    return /\bDate\.now\(|new Date\(\)|Math\.random\(|from 'node:(fs|net|http|child_process)|from 'kysely'|from 'pg'/.test(
      read(f),
    );
  });
  expect(wrong).toEqual([]);
});

test('every code somebody refuses with has its words in both languages', () => {
  const used = new Map<string, string>();
  for (const f of sources) for (const [, code = ''] of read(f).matchAll(/new Refusal\('([\w.]+)'/g)) used.set(code, f);
  const silent = [...used].filter(([code]) => !(code in refusals)).map(([code, f]) => `${code} (${f})`);
  expect(used.size).toBeGreaterThan(20);
  expect(silent).toEqual([]);
  for (const [code, { zh, en, status }] of Object.entries(refusals)) {
    expect(zh, code).toMatch(/\p{Script=Han}/u);
    expect(en, code).not.toMatch(/\p{Script=Han}/u);
    expect(status, code).toBeGreaterThanOrEqual(400);
  }
});

test('nothing committed tells of how it was made', () => {
  const words = /\b(TODO|FIXME|XXX)\b|\/work\/|\bissue #?\d|as an AI\b/;
  expect(sources.filter((f) => words.test(read(f)))).toEqual([]);
});

function breaches(isBreach: (i: Import) => boolean): readonly string[] {
  return imports.filter(isBreach).map((i) => `${i.from} → ${i.to}`);
}

function moduleOf(file: string): string | undefined {
  return /^modules\/([^/]+)\//.exec(file)?.[1];
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : walk(path);
    return /\.(ts|tsx|mjs)$/.test(name) ? [relative(projectRoot, path)] : [];
  });
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('kernel/testing/') || file.includes('/testing/');
}

function read(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}

function importsOf(file: string): readonly Import[] {
  const found: Import[] = [];
  for (const [, type, path = ''] of read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'/g,
  )) {
    found.push({ from: file, to: resolved(file, path), typeOnly: type !== undefined, lazy: false });
  }
  for (const [, path = ''] of read(file).matchAll(/import\(\s*'(\.[^']+)'\s*\)/g))
    found.push({ from: file, to: resolved(file, path), typeOnly: false, lazy: true });
  return found;
}

function resolved(from: string, path: string): string {
  return relative(projectRoot, resolve(projectRoot, dirname(from), path));
}

/** One circle of a graph, if there is any. */
function circle(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    done.add(node);
    for (const next of edges.get(node) ?? []) {
      const found = visit(next, [...path, node]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const node of edges.keys()) {
    const found = visit(node, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
