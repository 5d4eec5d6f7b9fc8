import { sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { dateIn } from '../../../../record/zone.ts'
import { audit } from '../../audit/audit.record.ts'
import { auditPlan } from '../audit-plan.record.ts'
import '../../server/tables.ts'

const placed = z.object({
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: z.enum(audit.states),
  areas: z.array(z.string()),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  lead: z.string(),
  items: z.int(),
  judged: z.int(),
})

/** A plan laid out on its year: each audit from when to when, and which areas none of them covers. */
export const planYear = beside({
  name: 'year',
  of: (record) => record.name === auditPlan.name,
  summary: 'Of an audit plan: its audits on the year with how far they are, and of each area which audit covers it',
  output: z.object({ today: z.iso.date(), audits: z.array(placed), refs: refsSchema }),
  async run({ db, person, engine, now }, _record, { id }) {
    const { rows } = await sql<
      z.input<typeof placed>
    >`select a.number, a.title, a.title_en, a.state, a.areas, a.starts_on, a.ends_on,
        a.lead, count(i.id)::int as items, count(i.id) filter (where i.state = 'judged')::int as judged
      from audit a left join audit_item i on i.audit = a.id where a.plan = ${id} and a.state <> 'cancelled'
      group by a.id order by a.starts_on, a.number limit 100`.execute(db)
    return {
      today: dateIn(engine.zone, now),
      audits: rows,
      refs: await lookUp(engine, person, new Map([['person', new Set(rows.map(({ lead }) => lead))]])),
    }
  },
})
