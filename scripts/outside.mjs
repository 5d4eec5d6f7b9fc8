import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { apt, canInstall } from './apt.mjs'

/** Real programs that tests speak with, by the gate that wants them: where each lies, Debian's package, its service, and what it is for. */
const programs = {
  unit: [
    { path: '/usr/bin/fping', package: 'fping', tests: 'pinging' },
    { path: '/usr/sbin/sshd', package: 'openssh-server', service: 'ssh', tests: 'commands over SSH' },
  ],
  database: [
    {
      path: '/usr/sbin/slapd',
      package: 'slapd',
      service: 'slapd',
      tests: 'sign-in and synchronisation with a directory',
    },
    { path: '/usr/bin/snmptrap', package: 'snmp', tests: 'SNMP traps from snmptrap' },
    { path: '/usr/bin/swaks', package: 'swaks', tests: 'events by mail from swaks' },
    { path: '/usr/lib/dovecot/imap', package: 'dovecot-imapd', service: 'dovecot', tests: 'fetching mail' },
    {
      path: '/usr/bin/prometheus-alertmanager',
      package: 'prometheus-alertmanager',
      service: 'prometheus-alertmanager',
      tests: 'events from Alertmanager itself',
    },
    {
      path: '/usr/bin/zabbix_js',
      package: 'zabbix-proxy-sqlite3',
      service: 'zabbix-proxy',
      tests: 'the media type for Zabbix',
    },
    { path: '/usr/bin/restic', package: 'restic', tests: 'restoring what restic saved' },
    { path: '/usr/sbin/mariadbd', package: 'mariadb-server', service: 'mariadb', tests: 'restoring dumps of MariaDB' },
    { path: '/usr/bin/pg_dump', package: 'postgresql', service: 'postgresql', tests: 'restoring dumps of PostgreSQL' },
  ],
}

/** All that a gate wants; root on Debian gets it installed, without its services. False, loudly, when something is missing. */
export const ensureOutside = (gate) => (programs[gate] ?? []).map(ensure).every(Boolean)

function ensure({ path, package: name, service, tests }) {
  if (existsSync(path)) return true
  if (canInstall()) {
    console.log(`Installing ${name} …`)
    apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', name)
    // The tests start their own, in a folder of their own; nobody asked for one that stays.
    if (service && existsSync('/run/systemd/system'))
      spawnSync('systemctl', ['disable', '--now', service], { stdio: 'ignore' })
    if (existsSync(path)) return true
  }
  console.error(`NOT TESTED: ${tests} (Debian: apt-get install ${name}).`)
  return false
}
