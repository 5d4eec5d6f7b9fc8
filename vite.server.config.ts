import { defineConfig } from 'vite'
import { parts } from './sim/parts.ts'

/**
 * `npx vite build -c vite.server.config.ts` → `dist/server`: the server and the practice floor in plain JavaScript, which Node
 * starts in a fraction of the time that the sources take.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: ['src/app/main.ts', 'sim/floor.ts', ...parts.map(({ code }) => `sim/${code}.ts`)],
      // Side by side: what one names by its place, it finds there.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
