import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { call, Refused } from '../../../../platform/outgoing/call.ts'
import { answerSchema, type Report } from '../report.schema.ts'

export interface Server {
  readonly server: string
  readonly token: string
}

type Answer = z.output<typeof answerSchema>

/** What the server says no to for good: saying it again would help nobody. */
const forGood = new Set([400, 409, 413, 422])

/**
 * Reports on disk until the server has them, in the order in which they were made: each goes through here, so that a server that
 * does not answer, or a machine that goes down, loses none.
 */
export async function keepReport(folder: string, report: Report): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${report.startedAt.replaceAll(/[-:.]/g, '')}-${report.key}.${report.endedAt ? 'over' : 'begun'}.json`
  const path = join(folder, name)
  await writeFile(`${path}.new`, JSON.stringify(report), { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
}

/** Hands over all that waits; answers what the server said of the last. Throws where it cannot be reached: what is left waits on. */
export async function sendReports(folder: string, { server, token }: Server): Promise<Answer | null> {
  let answer: Answer | null = null
  let refused: Refused | null = null
  for (const path of await waiting(folder)) {
    try {
      answer = await call(server, '/api/intake/backup', token, JSON.parse(await readFile(path, 'utf8')), answerSchema)
      await rm(path)
    } catch (error) {
      if (!(error instanceof Refused) || !forGood.has(error.status)) throw error
      await rename(path, `${path}.refused`)
      refused = error
    }
  }
  if (refused) throw refused
  return answer
}

/** Of one run what says that it began comes first: `begun` is before `over`. */
async function waiting(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}
