import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { digestOfFile } from '../../../../platform/backup/manifest.ts'
import { runCommand } from '../../../../platform/process/command.ts'
import { totalName } from '../../backup-plan/method.settings.ts'
import type { Report } from '../report.schema.ts'

export interface Wrapped {
  readonly command: readonly [string, ...string[]]
  /** The file that the command writes; without one, a snapshot that it names. */
  readonly file: string | null
  /** The folder of the plan, below which the file is. */
  readonly below: string | null
  readonly totals: readonly string[]
  /** A file of `name=value` lines that the command writes. */
  readonly totalsFrom: string | null
  readonly env: Readonly<Record<string, string>>
  now(): string
}

const dayMs = 86_400_000

/** Runs a backup and says what there is to say of it, first that it has begun. Answers its exit code, null where it was broken off. */
export async function runReported(wrapped: Wrapped, say: (report: Report) => Promise<void>): Promise<number | null> {
  const begun = { key: randomUUID(), startedAt: wrapped.now() }
  await say(begun)
  const [command, ...args] = wrapped.command
  const running = runCommand({ command, args, timeoutMs: dayMs, env: wrapped.env }, wrapped.now)
  const broken = () => running.end()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, broken)
  const { exitCode, output, outcome } = await running.result
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, broken)
  process.stdout.write(output)
  const over = outcome === 'ok' || outcome === 'failed' ? exitCode : null
  const made = over === 0 ? await copyOf(wrapped, output) : {}
  await say({
    ...{ ...begun, ...made, endedAt: wrapped.now(), exitCode: over, note: output.slice(-4_000) },
    totals: over === 0 ? await totalsOf(wrapped) : [],
  })
  return over
}

type Copy = Pick<Report, 'location' | 'bytes' | 'sha256' | 'modifiedAt'>

/** A file that is not there has no bytes: the command said that all was well, and left nothing. */
async function copyOf({ file, below }: Wrapped, output: string): Promise<Copy> {
  if (file === null) return snapshotOf(output)
  const path = resolve(file)
  const location = below === null ? (path.split(/[\\/]/).at(-1) as string) : relative(resolve(below), path)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found) return { location, bytes: 0 }
  return {
    ...{ location, bytes: found.size, sha256: await digestOfFile(path) },
    modifiedAt: new Date(Math.floor(found.mtimeMs)).toISOString(),
  }
}

/** As restic says it, in words or with `--json`. */
function snapshotOf(output: string): Copy {
  const location = (/snapshot ([0-9a-f]{8,64}) saved/.exec(output) ??
    /"snapshot_id":"([0-9a-f]{8,64})"/.exec(output))?.[1]
  const bytes = /"total_bytes_processed":(\d{1,15})/.exec(output)?.[1]
  return { ...(location && { location }), ...(bytes && { bytes: Number(bytes) }) }
}

async function totalsOf({ totals, totalsFrom }: Wrapped): Promise<{ name: string; value: string }[]> {
  const written = totalsFrom === null ? [] : (await readFile(totalsFrom, 'utf8')).split('\n')
  return [...totals, ...written.filter((line) => line.includes('='))].map(readTotal)
}

/** `amount=1250.75`; throws a sentence for what is none. */
export function readTotal(text: string): { name: string; value: string } {
  const at = text.indexOf('=')
  const name = totalName.safeParse(text.slice(0, at))
  if (at < 1 || !name.success) throw new Error(`A total reads name=value, with a name of small letters: ${text}`)
  return {
    name: name.data,
    value: text
      .slice(at + 1)
      .trim()
      .slice(0, 200),
  }
}
