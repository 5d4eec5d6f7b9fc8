import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { apt, canInstall } from './apt.mjs'

const path = '/usr/sbin/slapd'

/** OpenLDAP's server for the tests of the directory; root on Debian gets it installed, without its service. False, loudly, when there is none. */
export function ensureSlapd() {
  if (existsSync(path)) return true
  if (canInstall()) {
    console.log('Installing slapd …')
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'slapd')
    // The tests start their own, in a folder of their own; nobody asked for one that stays.
    if (existsSync('/run/systemd/system')) spawnSync('systemctl', ['disable', '--now', 'slapd'], { stdio: 'ignore' })
    if (existsSync(path)) return true
  }
  console.error('NOT TESTED: sign-in and synchronisation with a directory need slapd (Debian: apt-get install slapd).')
  return false
}
