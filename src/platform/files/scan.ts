import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { runCommand } from '../process/command.ts'
import type { Programs } from '../process/programs.ts'

/** Looks for malware: what it found, by the scanner's own name for it, or null. Throws when it could not look. */
export type Scan = (bytes: Readable) => Promise<string | null>

const patienceMs = 120_000

/**
 * The scanner that `TOUCHSTONE_SCAN` names: `host:port` of a clamd, or a program of the server's own list. Throws a sentence
 * when it is neither.
 */
export function scannerOf(named: string, programs: Programs): Scan {
  const address = /^(\[[^\]]+\]|[^:/\s]+):(\d{1,5})$/.exec(named)
  if (address) return clamd((address[1] as string).replace(/[[\]]/g, ''), Number(address[2]))
  const program = Object.hasOwn(programs, named) ? programs[named] : undefined
  if (!program)
    throw new Error(`TOUCHSTONE_SCAN must be host:port of a clamd or a program of the server's list, not "${named}"`)
  return byProgram(program)
}

/**
 * Asks a clamd over TCP by its INSTREAM command (clamd(8)): chunks, each after its length in four bytes, end with a length of
 * zero; the answer is `stream: OK`, `stream: … FOUND`, or an error.
 */
export const clamd =
  (host: string, port: number): Scan =>
  async (bytes) => {
    const socket = connect({ host, port })
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('The scanner does not answer')))
    const ask = async () => {
      socket.write('zINSTREAM\0')
      await pipeline(bytes, framed, socket, { end: false })
    }
    try {
      const [said] = await Promise.all([text(socket), ask()])
      return verdictIn(said.replace(/\0/g, '').trim())
    } finally {
      socket.destroy()
    }
  }

async function* framed(chunks: AsyncIterable<Buffer>) {
  for await (const chunk of chunks) {
    yield lengthOf(chunk.length)
    yield chunk
  }
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function verdictIn(said: string): string | null {
  if (said === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
  if (found) return found
  throw new Error(`The scanner says: ${said || 'nothing'}`)
}

/** A program that is given a path: it ends with 0 when it found nothing and with 1 when it did, as clamscan does. */
const byProgram =
  (program: Programs[string]): Scan =>
  async (bytes) => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-scan-'))
    const path = join(folder, 'file')
    try {
      await pipeline(bytes, createWriteStream(path))
      const running = runCommand({ ...program, args: [...program.args, path], timeoutMs: patienceMs }, () =>
        new Date().toISOString(),
      )
      const { outcome, exitCode, output } = await running.result
      if (outcome === 'ok') return null
      if (outcome === 'failed' && exitCode === 1) return output.replaceAll(path, '').trim().slice(0, 200) || '1'
      throw new Error(`The scanner ended with ${exitCode ?? outcome}: ${output.slice(0, 500)}`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
