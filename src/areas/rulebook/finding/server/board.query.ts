import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { dateIn } from '../../../../record/zone.ts'
import { grades } from '../../audit/audit.rules.ts'
import { keepers } from '../../parties.rules.ts'
import { finding } from '../finding.record.ts'
import '../../server/tables.ts'

const card = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: z.enum(finding.states),
  grade: z.enum(grades),
  area: z.string().nullable(),
  owner: z.string(),
  /** By when whoever answers for it is to have moved; null where that is not their turn. */
  due: z.string().nullable(),
  late: z.boolean(),
  /** Days since it was raised. */
  age: z.int(),
  reopened: z.int(),
  repeated: z.boolean(),
})

/** No firm has more open findings than can be looked at on one page; of closed ones the latest are shown. */
const mostOpen = 500
const mostClosed = 30

export const findingBoard = query({
  path: '/api/finding-board',
  allow: keepers,
  summary:
    'Findings by state, the oldest first; the latest that were closed; and how many there are of each grade and area',
  input: z.strictObject({}),
  output: z.object({
    today: z.iso.date(),
    findings: z.array(card),
    figures: z.object({
      open: z.int(),
      overdue: z.int(),
      closed: z.int(),
      repeated: z.int(),
      reopened: z.int(),
      grades: z.array(z.object({ grade: z.enum(grades), open: z.int() })),
      areas: z.array(z.object({ area: z.string().nullable(), open: z.int(), overdue: z.int() })),
    }),
    refs: refsSchema,
  }),
  async run({ db, person, engine, now }) {
    const today = dateIn(engine.zone, now)
    const mine = condition(finding, finding.access.read, person)
    const due = sql`case state when 'open' then answer_by when 'corrective-action' then due end`
    const columns = sql`id, number, title, state, grade, area, owner, ${due} as due, coalesce(${due} < ${today}, false) as late,
      greatest(0, ${today}::date - created_at::date)::int as age, reopened::int as reopened, repeat_of is not null as repeated`
    const { rows: open } = await sql<z.input<typeof card>>`select ${columns} from finding
      where state <> 'closed' and ${mine} order by id limit ${mostOpen}`.execute(db)
    const { rows: closed } = await sql<z.input<typeof card>>`select ${columns} from finding
      where state = 'closed' and ${mine} order by closed_at desc, id desc limit ${mostClosed}`.execute(db)
    const { rows: sums } = await sql<{ closed: number; repeated: number; reopened: number }>`
      select count(*) filter (where state = 'closed')::int as closed, count(*) filter (where repeat_of is not null)::int as repeated,
        count(*) filter (where reopened > 0)::int as reopened from finding where ${mine}`.execute(db)
    const { rows: areas } = await sql<{
      area: string | null
      open: number
      overdue: number
    }>`select area, count(*)::int as open,
        count(*) filter (where ${due} < ${today})::int as overdue from finding
      where state <> 'closed' and ${mine} group by area order by open desc, area`.execute(db)
    const { rows: byGrade } = await sql<{ grade: (typeof grades)[number]; open: number }>`
      select grade, count(*)::int as open from finding where state <> 'closed' and ${mine} group by grade`.execute(db)
    const count = (name: 'open' | 'overdue') => areas.reduce((all, one) => all + one[name], 0)
    const findings = [...open, ...closed]
    return {
      today,
      findings,
      figures: {
        ...{ open: count('open'), overdue: count('overdue') },
        ...(sums[0] ?? { closed: 0, repeated: 0, reopened: 0 }),
        grades: grades.map((grade) => ({ grade, open: byGrade.find((one) => one.grade === grade)?.open ?? 0 })),
        areas,
      },
      refs: await lookUp(engine, person, new Map([['person', new Set(findings.map(({ owner }) => owner))]])),
    }
  },
})
