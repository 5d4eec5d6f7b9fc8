import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { apt, canInstall } from './apt.mjs'

const path = '/usr/lib/dovecot/imap'

/** An IMAP server for the tests of incoming mail; root on Debian gets it installed, without its service. False, loudly, when there is none. */
export function ensureDovecot() {
  if (existsSync(path)) return true
  if (canInstall()) {
    console.log('Installing dovecot-imapd …')
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd')
    // The tests start their own, in a folder of their own; nobody asked for one that stays.
    if (existsSync('/run/systemd/system')) spawnSync('systemctl', ['disable', '--now', 'dovecot'], { stdio: 'ignore' })
    if (existsSync(path)) return true
  }
  console.error('NOT TESTED: fetching mail needs an IMAP server (Debian: apt-get install dovecot-imapd).')
  return false
}
