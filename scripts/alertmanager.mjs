import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { apt, canInstall } from './apt.mjs'

const path = '/usr/bin/prometheus-alertmanager'

/** Alertmanager for the tests of event sources; root on Debian gets it installed, without its service. False, loudly, when there is none. */
export function ensureAlertmanager() {
  if (existsSync(path)) return true
  if (canInstall()) {
    console.log('Installing prometheus-alertmanager …')
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'prometheus-alertmanager')
    // The tests start their own, in a folder of their own; nobody asked for one that stays.
    if (existsSync('/run/systemd/system'))
      spawnSync('systemctl', ['disable', '--now', 'prometheus-alertmanager'], { stdio: 'ignore' })
    if (existsSync(path)) return true
  }
  console.error(
    'NOT TESTED: events from Alertmanager itself need it (Debian: apt-get install prometheus-alertmanager).',
  )
  return false
}
