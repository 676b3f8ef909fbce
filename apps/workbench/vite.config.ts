import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/*
 * The staff's desk, built to `dist/workbench` and served by the program at `/desk`. The server puts a fresh nonce in the place of
 * `__CSP_NONCE__` with each page, so that the policy can stay without `unsafe-inline`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  publicDir: false,
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/workbench', import.meta.url)),
    emptyOutDir: true,
    assetsDir: 'assets',
    // Nothing is inlined as data: URLs, and the preload list stays small.
    assetsInlineLimit: 0,
    target: 'es2022',
    // antd and the charts are large by nature; both are cached by their hash, and the charts load only where a chart is.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next)[\\/]/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 8081,
    strictPort: true,
    proxy: { '/api': { target: process.env.FAYUAN_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
});
