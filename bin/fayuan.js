#!/usr/bin/env node
// The command line. Built by `npm start`, `npm test` or `npm run build`.
import { existsSync } from 'node:fs';

const built = (path) => new URL(`../dist/${path}`, import.meta.url);
const main = built('program/main.js');
if (!existsSync(main)) {
  process.stderr.write('还没有编译，请先运行 npm run build · not built yet: run npm run build\n');
  process.exit(1);
}
// The commands that open nothing are one file beside the rest (apps/server/light.ts): opening one is quicker than opening a hundred.
const light = built('light/light.js');
const isLight = ['assess', 'deadline'].includes(process.argv[2]) && existsSync(light);
await import((isLight ? light : main).href);
