import { existsSync, readFileSync } from 'node:fs'
import { runApp } from './app.mjs'
import { buildServer, buildWeb } from './build.mjs'
import { ensureInstalled } from './ensure.mjs'

/** `npm start`: installs what is missing, builds what has changed, and starts the server. */
ensureInstalled()
if (!(await buildServer()) || !(await buildWeb())) {
  console.error('Touchstone could not be built: see above. Nothing was started.')
  process.exit(1)
}
endWithNpm()
await runApp(['start', ...process.argv.slice(2)])

// An npm that is killed outright tells us nothing; without it we would keep port and data folder with nobody to stop us.
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const atStart = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === atStart) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 1000)
  watch.unref()
}

// npm starts us by `sh -c`, which some shells replace by us and others outlive npm in: on Linux, look past such a shell.
function ancestors() {
  const parent = process.ppid
  const file = `/proc/${parent}/stat`
  if (!existsSync(file)) return `${parent}`
  const [, name, above] = /\((.*)\) \S (\d+)/s.exec(readFileSync(file, 'utf8')) ?? []
  return name === 'sh' ? `${parent} ${above}` : `${parent}`
}
