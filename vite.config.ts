import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npx vite build` → `dist/web`; `npx vite` serves the sources and passes `/api` to a running server. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // zod and what tells it not to try `eval` in one chunk: it is told before any declaration uses it.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|web[\\/]no-eval/ }] },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 7300}` } },
})
