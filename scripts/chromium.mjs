import { apt, canInstall, canRun, onPath } from './apt.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The path of a Chromium for the journeys; root on Debian gets one installed. Null, with a sentence said, when there is none. */
export function ensureChromium() {
  const found = find()
  if (found) return found
  if (canInstall()) {
    console.log('Installing Chromium …')
    apt('update', '-qq') && apt('install', '-y', '-qq', 'chromium', 'fonts-noto-cjk')
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
