import { existsSync } from 'node:fs'
import { apt, canInstall } from './apt.mjs'

const path = '/usr/bin/fping'

/** The helper of ping probes for their tests; root on Debian gets it installed. False, loudly, when there is none. */
export function ensureFping() {
  if (existsSync(path)) return true
  if (canInstall()) {
    console.log('Installing fping …')
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'fping')
    if (existsSync(path)) return true
  }
  console.error('NOT TESTED: pinging needs fping (Debian: apt-get install fping).')
  return false
}
