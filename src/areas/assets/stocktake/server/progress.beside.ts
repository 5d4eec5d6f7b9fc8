import './line.table.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { RowOf } from '../../../../record/record.ts'
import { blinded, figuresSchema } from '../figures.rules.ts'
import { countsBlind } from '../scope.rules.ts'
import type { stocktake } from '../stocktake.record.ts'
import { figuresOf } from './figures.ts'
import { countScope } from './freeze.ts'

const mostShown = 50

const shown = z.object({
  id: z.uuid(),
  tag: z.string(),
  asset: z.uuid().nullable(),
  place: z.uuid().nullable(),
  counter: z.uuid(),
  countedAt: z.iso.datetime(),
})

/** How far a stocktake is: by place and by counter, what two have counted, and what came after its end. */
export const stocktakeProgress = beside({
  name: 'progress',
  of: ({ name }) => name === 'stocktake',
  summary: 'How far it is by place and by counter, what was counted more than once, and what came late',
  output: z.object({
    /** Before it starts: how much its scope has now. */
    foreseen: z.int().nullable(),
    figures: figuresSchema,
    counted: z.int(),
    open: z.int(),
    again: z.array(shown),
    unknown: z.array(shown),
    late: z.array(shown),
    refs: refsSchema,
  }),
  async run({ db, person, engine }, _record, given) {
    const row = given as unknown as RowOf<typeof stocktake>
    const isBlind = countsBlind(row, person.id)
    const all = row.state === 'done' && row.figures ? row.figures : await figuresOf(db, row.id)
    const figures = isBlind ? blinded(all) : all
    const counts = (of: ReturnType<typeof sql>) =>
      sql<z.output<typeof shown>>`select id, tag, asset, place, counter, counted_at as "countedAt" from stocktake_count
        where stocktake = ${row.id} and ${of} order by id desc limit ${mostShown}`.execute(db.withoutPlugins())
    const [again, unknown, late, open] = await Promise.all([
      counts(sql`follows is not null`),
      counts(sql`asset is null`),
      row.finishedAt ? counts(sql`created_at > ${row.finishedAt}`) : { rows: [] },
      sql<{ n: number }>`select count(*)::int as n from stocktake_difference
        where stocktake = ${row.id} and state = 'open'`.execute(db),
    ])
    const shownCounts = [...again.rows, ...unknown.rows, ...late.rows]
    return {
      foreseen: row.state === 'planned' ? await countScope(db, row) : null,
      figures,
      counted: figures.places.reduce((sum, one) => sum + one.counted, 0),
      open: open.rows[0]?.n ?? 0,
      again: again.rows,
      unknown: unknown.rows,
      late: late.rows,
      refs: await lookUp(
        engine,
        person,
        new Map([
          [
            'location',
            new Set(
              [...figures.places, ...shownCounts.map(({ place }) => ({ id: place }))].flatMap(({ id }) => id ?? []),
            ),
          ],
          ['person', new Set([...figures.counters.map(({ id }) => id), ...shownCounts.map(({ counter }) => counter)])],
          ['asset', new Set(shownCounts.flatMap(({ asset }) => asset ?? []))],
        ]),
      ),
    }
  },
})
