import { sql } from 'kysely'
import { z } from 'zod'
import type { Reading } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { tableOf } from '../../../../record/record.ts'
import { dawnIn } from '../../dawn.rules.ts'
import type { Control } from '../control.rules.ts'
import { type Standing, verdictsOf } from './judge.ts'
import { subjectsAfter } from './load.ts'
import { counts, standings, words } from './shown.ts'

const mostPreviewed = 20_000
const mostNamed = 100

export const previewShape = z.object({
  judged: z.int(),
  /** There are more subjects than were looked at. */
  more: z.boolean(),
  better: z.int(),
  worse: z.int(),
  /** How many would stand how. */
  ...counts,
  /** Those that would stand otherwise than now, of those one may read. */
  items: z.array(
    z.object({
      number: z.string(),
      was: z.enum(standings).nullable(),
      is: z.enum(standings).nullable(),
      text: words,
    }),
  ),
})

type Preview = z.input<typeof previewShape>

/** How each subject would be judged by these measures, held against how it stands now; nothing is written. */
export async function previewOf(at: Reading, control: Control, p: Record<string, number>): Promise<Preview> {
  const judging = { db: at.db as never, now: at.now, today: at.person.today, dawn: dawnIn(at.engine.zone) }
  const found: Preview['items'] = []
  const tally = { judged: 0, better: 0, worse: 0, ok: 0, bad: 0, excepted: 0, unknown: 0 }
  let after: string | null = null
  let isMore = true
  while (isMore && tally.judged < mostPreviewed) {
    const subjects: Awaited<ReturnType<typeof subjectsAfter>> = await subjectsAfter(at.db, control, after, 1_000)
    isMore = subjects.length === 1_000
    after = subjects.at(-1)?.id ?? null
    tally.judged += subjects.length
    const now = await standingsOf(
      at,
      control,
      subjects.map(({ id }) => id),
    )
    const then = await verdictsOf(judging, control, p, subjects)
    const readable = await readableOf(
      at,
      control,
      subjects.map(({ id }) => id),
    )
    for (const { id, number } of subjects) {
      const was = (now.get(id) ?? null) as Standing | null
      const verdict = then.get(id)
      const is = verdict?.is === 'bad' && was === 'excepted' ? 'excepted' : (verdict?.is ?? null)
      if (is !== null) tally[is]++
      if (was === is) continue
      const isWorse = is === 'bad' || is === 'unknown'
      // What was never judged and would be kept changes nothing for anybody.
      if (was === null && !isWorse) continue
      if (isWorse) tally.worse++
      else tally.better++
      if (found.length < mostNamed && readable.has(id))
        found.push({ number, was, is, text: verdict?.text ?? ['不在范围内。', 'Out of scope.'] })
    }
  }
  return { ...tally, more: isMore, items: found }
}

async function standingsOf({ db }: Reading, { id }: Control, ids: readonly string[]) {
  const { rows } = await sql<{ subject: string; standing: string }>`select subject, standing from control_item
    where control = ${id} and subject = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ subject, standing }) => [subject, standing]))
}

async function readableOf({ db, person }: Reading, { subject }: Control, ids: readonly string[]) {
  const { record } = subject
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(record))}
    where id = any(${ids}::uuid[]) and ${condition(record, record.access.read, person)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
