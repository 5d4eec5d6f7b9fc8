import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run, tool } from './tool.mjs'

const stamp = join(root, 'dist', 'web.sources')

/** Builds the web app into dist/web, unless it was built from these very sources; true when it stands. */
export async function buildWeb() {
  const sources = digestOfSources()
  if (existsSync(join(root, 'dist/web/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) {
    return true
  }
  console.log('Building the web app …')
  rmSync(stamp, { force: true })
  // NODE_ENV=development would build React's slow half.
  const built = await run(tool('vite', 'build', '--logLevel', 'warn'), {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built) writeFileSync(stamp, sources)
  return built
}

// By content, not by time: a fresh clone's and a checkout's times say nothing.
function digestOfSources() {
  const hash = createHash('sha256')
  for (const file of ['index.html', 'vite.config.ts', 'package-lock.json', ...filesOf('public'), ...filesOf('src')]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

// The server's folders are out of the web app's reach (.dependency-cruiser.cjs), so they do not make it stale.
function filesOf(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (!entry.isDirectory()) return entry.name.includes('.test.') ? [] : [path]
      return entry.name === 'server' || path === 'src/platform' || path === 'src/testing' ? [] : filesOf(path)
    })
}
