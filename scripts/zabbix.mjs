import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { apt, canInstall } from './apt.mjs'

const path = '/usr/bin/zabbix_js'

/** What runs Zabbix's webhooks, for the test of ours; root on Debian gets it installed, without its service. False, loudly, when there is none. */
export function ensureZabbix() {
  if (existsSync(path)) return true
  if (canInstall()) {
    console.log('Installing zabbix-proxy-sqlite3 …')
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'zabbix-proxy-sqlite3')
    // The test runs a script and no proxy; nobody asked for one that stays.
    if (existsSync('/run/systemd/system'))
      spawnSync('systemctl', ['disable', '--now', 'zabbix-proxy'], { stdio: 'ignore' })
    if (existsSync(path)) return true
  }
  console.error('NOT TESTED: the media type for Zabbix needs zabbix_js (Debian: apt-get install zabbix-proxy-sqlite3).')
  return false
}
