// The commands that open nothing (`fayuan assess`, `fayuan deadline`) as one file: see apps/server/light.ts. Run by `npm run build`, after the
// TypeScript compiler.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.mjs';

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'dist/apps/server/light.js'),
    outDir: join(root, 'dist/light'),
    target: 'node20',
    copyPublicDir: false,
  },
});
