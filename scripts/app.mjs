import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/** Runs the built src/app/main.ts with these words, in this very process: signals and exit code need no passing on. */
export async function runApp(words) {
  const main = join(root, 'dist/server/main.js')
  process.argv = [process.argv[0], main, ...words]
  // What goes wrong is told by the lines of the sources.
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(main).href)
}
