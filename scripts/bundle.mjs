// The program in few files: opening a thousand small ones took half of a start. Run by `npm run build`, after the TypeScript compiler.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.mjs';

const compiled = (path) => join(root, 'dist', path);

/** @param own the packages that go into the files: those of many small files of their own; `true` for all */
async function bundle(folder, input, own) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: own },
    // React's checks for whoever writes a page take a third of the time of showing it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: true,
      outDir: compiled(folder),
      target: 'node20',
      copyPublicDir: false,
      rollupOptions: {
        input,
        // All side by side, so that a worker's file is found beside whatever starts it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

// The commands that open nothing (`fayuan assess`, `fayuan deadline`): one file each with all it needs. See apps/server/light.ts.
await bundle('light', { light: compiled('apps/server/light.js') }, true);
await bundle(
  'program',
  {
    main: compiled('apps/server/main.js'),
    'bind-here': compiled('modules/archive/binding/bind-here.js'),
    'make-tiles': compiled('modules/circle/tiles/make-tiles.js'),
    'plan-circuits': compiled('modules/circle/circuits/plan-circuits.js'),
    'solve-siting': compiled('modules/circle/siting/solve-siting.js'),
  },
  [
    'kysely',
    'zod',
    'fastify-type-provider-zod',
    'pinyin-pro',
    'csv-parse',
    'd3-contour',
    'd3-array',
    'react',
    'react-dom',
  ],
);
