import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npx vite build` → `dist/web`; `npx vite` serves the sources and passes `/api` to a running server. */
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 7300}` } },
})
