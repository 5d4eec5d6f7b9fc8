import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run, tool } from './tool.mjs'

/** What is built into dist/<name>: what tells that it stands, what it is built from, and what it is called. */
const web = {
  name: 'web',
  config: 'vite.config.ts',
  proof: 'index.html',
  says: 'Building the web app …',
  sources: () => ['index.html', 'vite.config.ts', ...filesOf('public'), ...filesOf('src', isOfTheWeb)],
}
const server = {
  name: 'server',
  config: 'vite.server.config.ts',
  proof: 'main.js',
  says: 'Building the server …',
  sources: () => ['vite.server.config.ts', ...filesOf('src', isOfTheServer), ...filesOf('sim')],
}

/** Builds the web app into dist/web, unless it was built from these very sources; true when it stands. */
export const buildWeb = () => build(web)

/** The same for the server and the practice floor, into dist/server. */
export const buildServer = () => build(server)

async function build({ name, config, proof, says, sources }) {
  const stamp = join(root, 'dist', `${name}.sources`)
  const digest = digestOf(['package-lock.json', ...sources()])
  if (existsSync(join(root, 'dist', name, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    return true
  }
  console.log(says)
  rmSync(stamp, { force: true })
  // NODE_ENV=development would build React's slow half.
  const built = await run(tool('vite', 'build', '--config', config, '--logLevel', 'warn'), {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built) writeFileSync(stamp, digest)
  return built
}

// By content, not by time: a fresh clone's and a checkout's times say nothing.
function digestOf(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

// The server's folders are out of the web app's reach (.dependency-cruiser.cjs), so they do not make it stale.
const isOfTheWeb = (path) => !/\/server$|^src\/(platform|testing)$/.test(path)
const isOfTheServer = (path) => !/^src\/(web|testing)$|\.(css|tsx)$/.test(path)

function filesOf(folder, wanted = () => true) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (!wanted(path)) return []
      if (entry.isDirectory()) return filesOf(path, wanted)
      return entry.name.includes('.test.') ? [] : [path]
    })
}
