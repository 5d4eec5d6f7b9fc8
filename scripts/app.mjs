import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/** Runs src/app/main.ts with these words, in this very process: signals and exit code need no passing on. */
export async function runApp(words) {
  const main = join(root, 'src/app/main.ts')
  process.argv = [process.argv[0], main, ...words]
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(main).href)
}
