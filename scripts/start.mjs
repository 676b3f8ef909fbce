// `npm start`: everything a fresh machine needs, then the demonstration city on http://localhost:8080.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
process.env.FAYUAN_DEMO ??= '1';
process.argv.splice(2, process.argv.length, 'start', ...process.argv.slice(2));
await import(pathToFileURL(join(root, 'dist/program/main.js')).href);
