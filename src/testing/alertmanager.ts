import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHere } from './outside.ts'
import { freePort } from './port.ts'

const program = '/usr/bin/prometheus-alertmanager'

/** Is Alertmanager here? */
export const hasAlertmanager = isHere(program, 'events from Alertmanager itself', 'prometheus-alertmanager')

/** A real Alertmanager that tells one webhook of everything, as a process of its own in a folder of its own. */
export interface Alertmanager {
  /** Says, as Prometheus would, that alerts stand, or are over where they have an end. */
  post(alerts: readonly object[]): Promise<void>
  stop(): Promise<void>
}

export async function startAlertmanager(receiver: { url: string; token: string; most: number }): Promise<Alertmanager> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-alertmanager-'))
  await writeFile(join(home, 'alertmanager.yml'), configuration(receiver))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(
    program,
    [
      `--config.file=${home}/alertmanager.yml`,
      `--storage.path=${home}/data`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answering(`${address}/-/ready`, () => child.exitCode)
  return {
    async post(alerts) {
      const answer = await fetch(`${address}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      })
      if (!answer.ok) throw new Error(`Alertmanager answered ${answer.status}: ${await answer.text()}`)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** It resends as often as it can be made to. */
const configuration = ({ url, token, most }: { url: string; token: string; most: number }) => `
route:
  receiver: touchstone
  group_by: [cluster]
  group_wait: 10ms
  group_interval: 200ms
  repeat_interval: 200ms
receivers:
  - name: touchstone
    webhook_configs:
      - url: ${url}
        send_resolved: true
        max_alerts: ${most}
        http_config:
          authorization:
            credentials: ${token}
`

async function answering(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (exitCode() !== null) throw new Error(`Alertmanager ended with ${exitCode()}`)
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Alertmanager did not answer')
}
