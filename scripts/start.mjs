import { runApp } from './app.mjs'
import { ensureInstalled } from './ensure.mjs'
import { buildWeb } from './web.mjs'

/** `npm start`: installs what is missing, builds the web app if needed, and starts the server. */
ensureInstalled()
if (!(await buildWeb())) {
  console.error('The web app could not be built: see above. Nothing was started.')
  process.exit(1)
}
endWithNpm()
await runApp(['start', ...process.argv.slice(2)])

// An npm that is killed outright tells us nothing; without it we would keep port and data folder with nobody to stop us.
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 1000)
  watch.unref()
}
