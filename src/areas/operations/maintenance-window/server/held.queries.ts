import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import { component } from '../../component/component.record.ts'
import { type Held, heldSchema } from '../held.rules.ts'
import { maintenanceWindow } from '../maintenance-window.record.ts'
import { maintenanceOf } from './hold.ts'

/** Shown at most. */
const most = 100

export const windowHeld = query({
  path: '/api/maintenance-windows/:id/held',
  allow: everyone,
  summary: 'What a maintenance window held back, the first first, and what became of it.',
  input: z.strictObject({ id: z.string().max(64) }),
  output: z.object({ items: z.array(heldSchema) }),
  async run(at, { id: key }) {
    const { id } = await readItem(at.db, maintenanceWindow, at.person, key)
    return { items: await heldBy(at, id) }
  },
})

export const componentMaintenance = query({
  path: '/api/components/:id/maintenance',
  allow: everyone,
  summary: 'The maintenance window in which a component is worked on now, and what of it that held back.',
  input: z.strictObject({ id: z.string().max(64) }),
  output: z.object({
    window: z.object({ number: z.string(), title: z.string(), endsAt: z.iso.datetime() }).nullable(),
    held: z.array(heldSchema),
  }),
  async run(at, { id: key }) {
    const { id } = await readItem(at.db, component, at.person, key)
    const standing = await maintenanceOf(at.db, id, at.now)
    if (!standing) return { window: null, held: [] }
    const window = await at.db
      .selectFrom('maintenanceWindow')
      .select(['number', 'title', 'endsAt'])
      .where('id', '=', standing)
      .executeTakeFirstOrThrow()
    return { window, held: await heldBy(at, standing, id) }
  },
})

async function heldBy({ db }: Reading, window: string, of?: string): Promise<Held[]> {
  let found = db
    .selectFrom('alarmHeld as h')
    .leftJoin('alarm as a', 'a.id', 'h.alarm')
    .select(['h.key', 'h.severity', 'h.title', 'h.titleEn', 'h.firstAt', 'h.lastAt', 'h.times', 'h.overAt'])
    .select(['a.id', 'a.number'])
    .where('h.maintenance', '=', window)
  if (of) found = found.where('h.component', '=', of)
  const rows = await found.orderBy('h.firstAt').limit(most).execute()
  return rows.map(({ id, number, ...one }) => ({ ...one, alarm: id && number ? { id, number } : null }))
}
