import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contender, Target } from './contender.ts'
import { run } from './machine.ts'

/** Nagios 4 with `check_tcp`, as Debian ships them: a process for each check. */
export const nagios: Contender = {
  name: 'nagios4',
  async watch(targets, every, folder) {
    await writeFile(join(folder, 'objects.cfg'), objects(targets, every))
    await writeFile(join(folder, 'nagios.cfg'), settings(folder))
    // It works under its own account wherever it is started from.
    spawnSync('chown', ['-R', 'nagios', folder])
    const started = run('/usr/sbin/nagios4', [join(folder, 'nagios.cfg')])
    const status = async () => services(await readFile(join(folder, 'status.dat'), 'utf8'))
    await started.until(async () => {
      const all = await status()
      return all.length >= targets.length && all.every(({ checked }) => checked)
    })
    const log = async () => readFile(join(folder, 'nagios.log'), 'utf8')
    return {
      pid: started.pid,
      async alarms() {
        const found = (await log()).matchAll(/SERVICE ALERT: [^;]+;([^;]+);(CRITICAL|OK);HARD/g)
        const last = new Map([...found].map(([, name, state]) => [name as string, state]))
        return new Set([...last].flatMap(([name, state]) => (state === 'CRITICAL' ? name : [])))
      },
      stop: started.stop,
    }
  },
}

const services = (status: string) =>
  status
    .split('servicestatus {')
    .slice(1)
    .map((text) => ({ checked: /has_been_checked=1/.test(text) }))

const block = (kind: string, values: object) =>
  `define ${kind} {\n${Object.entries(values)
    .map(([name, value]) => `  ${name} ${value}\n`)
    .join('')}}\n`

function objects(targets: readonly Target[], every: number): string {
  const hosts = [...new Set(targets.map(({ host }) => host))]
  return [
    block('command', {
      command_name: 'tcp',
      command_line: '/usr/lib/nagios/plugins/check_tcp -H $HOSTADDRESS$ -p $ARG1$ -t 2',
    }),
    block('command', { command_name: 'nothing', command_line: '/bin/true' }),
    block('contact', {
      contact_name: 'nobody',
      host_notification_commands: 'nothing',
      service_notification_commands: 'nothing',
      host_notification_period: 'always',
      service_notification_period: 'always',
    }),
    block('timeperiod', { timeperiod_name: 'always', alias: 'always' }),
    ...hosts.map((host) =>
      block('host', { host_name: host, address: host, max_check_attempts: 1, contacts: 'nobody' }),
    ),
    ...targets.map(({ name, host, port }) =>
      block('service', {
        host_name: host,
        service_description: name,
        check_command: `tcp!${port}`,
        check_interval: every,
        retry_interval: every,
        max_check_attempts: 1,
        contacts: 'nobody',
      }),
    ),
  ].join('\n')
}

const settings = (folder: string) =>
  Object.entries({
    cfg_file: `${folder}/objects.cfg`,
    log_file: `${folder}/nagios.log`,
    status_file: `${folder}/status.dat`,
    object_cache_file: `${folder}/objects.cache`,
    precached_object_file: `${folder}/objects.precache`,
    state_retention_file: `${folder}/retention.dat`,
    temp_file: `${folder}/nagios.tmp`,
    temp_path: folder,
    check_result_path: folder,
    lock_file: `${folder}/nagios.pid`,
    command_file: `${folder}/nagios.cmd`,
    query_socket: `${folder}/nagios.qh`,
    log_archive_path: folder,
    nagios_user: 'nagios',
    nagios_group: 'nagios',
    interval_length: 1,
    status_update_interval: 10,
    max_service_check_spread: 1,
    enable_notifications: 0,
    check_for_updates: 0,
    use_syslog: 0,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
