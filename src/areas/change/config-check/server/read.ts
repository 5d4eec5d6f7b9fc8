import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { createInterface } from 'node:readline'
import { RE2JS } from 're2js'
import type { Engine } from '../../../../platform/engine.ts'
import { runCommand } from '../../../../platform/process/command.ts'
import { firstRows, pluginOf, sayOverSsh, target } from '../../../operations/operations.api.ts'
import type { From } from '../../config-checklist/items.rules.ts'
import type { Read } from '../judge.rules.ts'

/** Longest that one item may take, milliseconds. */
const limitMs = 10_000
/** Kept of a value, in characters; what is longer is told by its digest as well. */
const most = 400
/** Of a file lines are looked for in, bytes; a digest has no limit but the time. */
const mostBytes = 16_000_000

/** The component that is checked, as an item's `{code}` and `{host}` mean it. */
export interface Place {
  readonly code: string
  readonly host: string | null
}

/** Reads one item where it stands. What cannot be read is a note and never thrown. */
export async function readItem(engine: Engine, from: From, place: Place): Promise<Read> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), limitMs)
  try {
    const asked = filled(from, place)
    if (asked === null) return { note: 'component has no host' }
    return await readFrom(engine, asked, abort.signal)
  } catch (error) {
    if (abort.signal.aborted) return { note: 'timeout' }
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return { note: error.code }
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Every text with the component's own code and host in it; null where it wants a host and there is none. */
export function filled(from: From, { code, host }: Place): From | null {
  const text = JSON.stringify(from)
  if (text.includes('{host}') && host === null) return null
  const fill = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll('{code}', code).replaceAll('{host}', host ?? '') : value
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, fill(value)])) as From
}

async function readFrom(engine: Engine, from: From, signal: AbortSignal): Promise<Read> {
  switch (from.is) {
    case 'file-digest':
    case 'file-line': {
      const file = await inFolder(from.folder, from.path)
      if (typeof file !== 'string') return file
      return from.is === 'file-digest' ? digestOf(file, signal) : lineOf(file, from.pattern, signal)
    }
    case 'sql': {
      const rows = await firstRows(from, { signal, limitMs, target })
      if (!Array.isArray(rows)) return { note: rows.note }
      return rows.length === 0 ? { note: 'no row' } : kept(textOf(rows[0]?.[0]))
    }
    case 'program': {
      const program = pluginOf(engine, from.program)
      if (!program) return { note: 'unknown program' }
      const running = runCommand({ ...program, timeoutMs: limitMs - 1_000 }, () => engine.clock.now())
      const { outcome, exitCode, output } = await running.result
      if (outcome === 'ok') return kept(output)
      return { note: outcome === 'timed-out' ? 'timeout' : `exit ${exitCode ?? 'by a signal'}` }
    }
    case 'ssh': {
      const said = await sayOverSsh(from, { signal, limitMs, target })
      if (!('said' in said)) return { note: said.note }
      return said.code === 0 ? kept(said.said) : { note: `exit ${said.code ?? 'by a signal'}` }
    }
  }
}

/** Only what lies in a folder that the server's environment names: whoever writes a checklist does not read the whole machine. */
async function inFolder(name: string, path: string): Promise<string | { note: string }> {
  const named = target(name)
  if (named === null) return { note: 'unknown target' }
  const folder = await realpath(named)
  const file = await realpath(`${folder}${sep}${path}`)
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return { note: 'outside the folder' }
  return (await stat(file)).isFile() ? file : { note: 'no file' }
}

async function digestOf(file: string, signal: AbortSignal): Promise<Read> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { signal })) hash.update(chunk as Buffer)
  return { value: hash.digest('hex') }
}

async function lineOf(file: string, pattern: string, signal: AbortSignal): Promise<Read> {
  const wanted = RE2JS.compile(pattern)
  const lines = createInterface({ input: createReadStream(file, { signal, end: mostBytes }), crlfDelay: Infinity })
  for await (const line of lines) {
    const found = wanted.matcher(line.slice(0, 10_000))
    if (found.find()) return kept(found.groupCount() > 0 ? (found.group(1) ?? '') : line)
  }
  return { note: 'no such line' }
}

const textOf = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString()
      : typeof cell === 'object'
        ? JSON.stringify(cell)
        : String(cell)

function kept(text: string): Read {
  const value = text.trim().replaceAll('\0', '')
  if (value.length <= most) return { value }
  return { value: `${value.slice(0, most)}… sha256:${createHash('sha256').update(value).digest('hex')}` }
}
