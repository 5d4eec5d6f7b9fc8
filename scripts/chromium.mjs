import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The path of a Chromium for the journeys; root on Debian gets one installed. Null, with a sentence said, when there is none. */
export function ensureChromium() {
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('Installing Chromium …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    apt(env, 'update', '-qq') && apt(env, 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk')
    const installed = find()
    if (installed) return installed
  }
  console.error('The journeys need Chromium: install it, or name it with CHROMIUM_PATH.')
  return null
}

function find() {
  const named = process.env.CHROMIUM_PATH
  if (named) return canRun(named) ? named : null
  for (const name of names) {
    const path = onPath(name)
    if (path) return path
  }
  return canRun(macOS) ? macOS : null
}

const apt = (env, ...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(canRun)

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Missing or not ours to run: either way not this one.
    return false
  }
}
