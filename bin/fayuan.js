#!/usr/bin/env node
// The command line. Built by `npm start`, `npm test` or `npm run build`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/apps/server/main.js', import.meta.url));
if (!existsSync(main)) {
  process.stderr.write('还没有编译，请先运行 npm run build · not built yet: run npm run build\n');
  process.exit(1);
}
await import(new URL('../dist/apps/server/main.js', import.meta.url).href);
