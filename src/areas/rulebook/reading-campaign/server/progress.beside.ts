import { sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { dateIn } from '../../../../record/zone.ts'
import { readingCampaign } from '../reading-campaign.record.ts'
import '../../server/tables.ts'

const counts = { signed: z.int(), open: z.int(), late: z.int() }

/** How far a campaign has come, department by department; who is late stands in the list of readings. */
export const campaignProgress = beside({
  name: 'progress',
  of: (record) => record.name === readingCampaign.name,
  summary: 'How many have signed, have yet to sign, and are late, by department',
  output: z.object({
    departments: z.array(z.object({ number: z.string().nullable(), name: z.string().nullable(), ...counts })),
    ...counts,
  }),
  async run({ db, now, engine }, _record, { id }) {
    const today = dateIn(engine.zone, now)
    const { rows } = await sql<{
      number: string | null
      name: string | null
      signed: number
      open: number
      late: number
    }>`select d.number, d.name, count(*) filter (where r.state = 'signed')::int as signed,
      count(*) filter (where r.state = 'asked' and r.due_on >= ${today})::int as open,
      count(*) filter (where r.state = 'asked' and r.due_on < ${today})::int as late
      from reading r join person p on p.id = r.reader left join department d on d.id = p.department
      where r.campaign = ${id} and r.state <> 'lapsed' group by d.id order by late desc, open desc, d.number`.execute(
      db,
    )
    const sum = (name: 'signed' | 'open' | 'late') => rows.reduce((all, one) => all + one[name], 0)
    return { departments: rows, signed: sum('signed'), open: sum('open'), late: sum('late') }
  },
})
