import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readTotal, runReported } from '../../areas/continuity/backup-run/reporter/run.ts'
import { keepReport, type Server, sendReports } from '../../areas/continuity/backup-run/reporter/spool.ts'
import type { Config } from '../config.ts'

const serverSchema = z.strictObject({ server: z.url(), token: z.string().min(1) })

/**
 * `touchstone backup-run --plan BPL-… [--file COPY] [--total name=value] -- command …`: runs a backup and reports it. Its exit code is
 * the command's; what cannot be told now waits on disk and is told with the next run, or without a command at once.
 */
export async function runBackupReported(config: Config, argv: readonly string[]): Promise<number> {
  const end = argv.indexOf('--')
  const [own, command] = end < 0 ? [argv, []] : [argv.slice(0, end), argv.slice(end + 1)]
  const { values } = parseArgs({
    args: [...own],
    options: {
      ...{ plan: { type: 'string' }, server: { type: 'string' }, token: { type: 'string' } },
      ...{ file: { type: 'string' }, below: { type: 'string' }, 'totals-from': { type: 'string' } },
      total: { type: 'string', multiple: true, default: [] },
    },
  })
  if (!values.plan || !/^[A-Za-z0-9-]+$/.test(values.plan)) throw new Error('Say which plan: --plan BPL-202611-0001')
  const folder = join(config.home, 'backup-run', values.plan)
  const to = await serverOf(join(folder, 'server.json'), values.server, values.token)
  const reports = join(folder, 'reports')
  // Before anything runs: a backup is not to be taken for nothing.
  for (const one of values.total) readTotal(one)
  const [program, ...args] = command
  if (program === undefined) {
    await sendReports(reports, to)
    return 0
  }
  const exitCode = await runReported(
    {
      command: [program, ...args],
      ...{ file: values.file ?? null, below: values.below ?? null, totalsFrom: values['totals-from'] ?? null },
      totals: values.total,
      env: Object.fromEntries(
        Object.entries(process.env).filter((one): one is [string, string] => one[1] !== undefined),
      ),
      now: () => new Date().toISOString(),
    },
    async (report) => {
      await keepReport(reports, report)
      await sendReports(reports, to).then(
        (answer) => answer?.text && console.error(`${answer.run}: ${answer.text[0]} ${answer.text[1]}`),
        (error: Error) => console.error(`尚未上报,下次再报 · Not reported yet, it waits: ${error.message}`),
      )
    },
  )
  return exitCode ?? 1
}

/** Where a plan is reported to: told once, and known from then on. */
async function serverOf(file: string, server?: string, token?: string): Promise<Server> {
  if ((server === undefined) !== (token === undefined)) throw new Error('Give both: --server ADDRESS --token TOKEN')
  if (server !== undefined && token !== undefined) {
    const told = serverSchema.parse({ server: server.replace(/\/+$/, ''), token })
    await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
    await writeFile(file, JSON.stringify(told), { mode: 0o600 })
    return told
  }
  const known = await readFile(file, 'utf8').catch(() => {
    throw new Error('This plan is not known here yet: give --server ADDRESS --token TOKEN once')
  })
  return serverSchema.parse(JSON.parse(known))
}
