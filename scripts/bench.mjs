// `npm run bench`: how fast the house is on this machine, written to docs/benchmarks.md.
// FAYUAN_BENCH_POSTGRES names a PostgreSQL 15 server (a superuser's address); without it one is started for the run.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(join(root, 'dist/tools/bench/main.js')).href);
