import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { registry } from './src/app/records.ts'
import { headsOf } from './src/web/heads.ts'

/** `virtual:heads`: what the first load holds of the declarations. */
const heads: Plugin = {
  name: 'heads',
  resolveId: (id) => (id === 'virtual:heads' ? '\0virtual:heads' : undefined),
  load: (id) => (id === '\0virtual:heads' ? `export default ${JSON.stringify(headsOf(registry.areas))}` : undefined),
}

/** `npx vite build` → `dist/web`; `npx vite` serves the sources and passes `/api` to a running server. */
export default defineConfig({
  plugins: [react(), heads],
  resolve: {
    alias: [
      { find: /^temporal-polyfill$/, replacement: fileURLToPath(new URL('src/web/temporal.ts', import.meta.url)) },
    ],
  },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_600,
    rolldownOptions: {
      output: {
        // zod and what tells it not to try `eval` in one chunk: it is told before any declaration uses it.
        // What every screen begins with in one more: a hundred small files take a browser longer than their contents.
        codeSplitting: {
          groups: [
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|web[\\/]no-eval/, priority: 1 },
            { name: 'begin', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 7300}` } },
})
