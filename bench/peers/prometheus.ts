import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../src/testing/port.ts'
import type { Contender } from './contender.ts'
import { run } from './machine.ts'

/** Prometheus with the blackbox exporter, as Debian ships them. */
export const prometheus: Contender = {
  name: 'prometheus + blackbox',
  async watch(targets, every, folder) {
    const [port, prober] = [await freePort(), await freePort()]
    const file = (name: string, content: object) => writeFile(join(folder, name), JSON.stringify(content))
    const places = targets.map(({ name, host, port }) => ({ targets: [`${host}:${port}`], labels: { target: name } }))
    await file('targets.json', places)
    await file('blackbox.yml', { modules: { tcp: { prober: 'tcp', timeout: '2s' } } })
    await file('rules.yml', { groups: [{ name: 'down', rules: [{ alert: 'Down', expr: 'probe_success == 0' }] }] })
    await file('prometheus.yml', {
      global: { scrape_interval: `${every}s`, evaluation_interval: `${every}s` },
      rule_files: [join(folder, 'rules.yml')],
      scrape_configs: [
        {
          job_name: 'tcp',
          metrics_path: '/probe',
          params: { module: ['tcp'] },
          file_sd_configs: [{ files: [join(folder, 'targets.json')] }],
          relabel_configs: [
            { source_labels: ['__address__'], target_label: '__param_target' },
            { target_label: '__address__', replacement: `127.0.0.1:${prober}` },
          ],
        },
      ],
    })
    // One process above both, so that they are counted together.
    const started = run('/bin/sh', [
      '-c',
      [
        `prometheus-blackbox-exporter --config.file=${folder}/blackbox.yml --web.listen-address=127.0.0.1:${prober} &`,
        'exporter=$!',
        `prometheus --config.file=${folder}/prometheus.yml --storage.tsdb.path=${folder}/data --web.listen-address=127.0.0.1:${port} &`,
        'server=$!',
        "trap 'kill $exporter $server; wait' TERM",
        'wait',
      ].join('\n'),
    ])
    const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}/api/v1/${path}`)).json()
    await started.until(async () => {
      const { data } = await ask(`query?query=${encodeURIComponent('count(probe_success)')}`)
      return Number(data.result[0]?.value[1]) >= targets.length
    })
    return {
      pid: started.pid,
      async alarms() {
        const { data } = await ask('alerts')
        return new Set(data.alerts.map(({ labels }: { labels: { target: string } }) => labels.target))
      },
      stop: started.stop,
    }
  },
}
