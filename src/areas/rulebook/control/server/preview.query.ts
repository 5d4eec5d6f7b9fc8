import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { tableOf } from '../../../../record/record.ts'
import { dawnIn } from '../../dawn.rules.ts'
import { offenderReaders } from '../../readers.rules.ts'
import type { Control } from '../control.rules.ts'
import { verdictsOf } from './judge.ts'
import { subjectsAfter } from './load.ts'
import { mustBe, statesNow, words } from './shown.ts'
import '../../server/tables.ts'

const mostPreviewed = 20_000

export const controlPreview = query({
  path: '/api/controls/:id/preview',
  allow: offenderReaders,
  summary: 'What other measures would change: the subjects that would stand otherwise than now',
  input: z.strictObject({ id: z.string().min(1).max(12), values: z.string().max(500) }),
  output: z.object({
    judged: z.int(),
    /** There are more subjects than were looked at. */
    more: z.boolean(),
    better: z.int(),
    worse: z.int(),
    items: z.array(
      z.object({ number: z.string(), was: z.string().nullable(), is: z.string().nullable(), text: words }),
    ),
  }),
  async run(at, { id, values }) {
    const control = mustBe(id)
    const given = new Map(values.split(',').map((one) => one.split(':') as [string, string]))
    const states = await statesNow(at)
    const p = Object.fromEntries(
      Object.entries(control.params).map(([name, { default: usual, min, max }]) => {
        const wanted = Number(given.get(name) ?? states.get(id)?.params[name] ?? usual)
        return [name, Math.min(max, Math.max(min, Number.isFinite(wanted) ? wanted : usual))]
      }),
    )
    return previewOf(at, control, p)
  },
})

async function previewOf(at: Reading, control: Control, p: Record<string, number>) {
  const judging = { db: at.db as never, now: at.now, today: at.person.today, dawn: dawnIn(at.engine.zone) }
  const found: { number: string; was: string | null; is: string | null; text: readonly [string, string] }[] = []
  const tally = { judged: 0, better: 0, worse: 0 }
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
      const was = now.get(id) ?? null
      const verdict = then.get(id)
      const is = verdict?.is === 'bad' && was === 'excepted' ? 'excepted' : (verdict?.is ?? null)
      if (was === is) continue
      if (is === 'bad' || is === 'unknown') tally.worse++
      else tally.better++
      if (found.length < 100 && readable.has(id))
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
