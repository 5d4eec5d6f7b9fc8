import '../../server/tables.ts'
import { z } from 'zod'
import { download } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { notFound } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { say } from '../../../../record/words.ts'
import { icalOf } from '../../../operations/operations.api.ts'
import { advisoryMeeting } from '../advisory-meeting.record.ts'
import { agendaOf } from './agenda.beside.ts'

/** A meeting as calendars take it in: the same entry however often it is fetched, with its agenda as it stands. */
export const meetingInvitation = download({
  path: '/api/advisory-meeting-invitation',
  allow: everyone,
  summary: 'An advisory board as an iCalendar file',
  type: 'text/calendar; charset=utf-8',
  input: z.strictObject({ meeting: z.uuid() }),
  async run({ db, engine, person, lang, origin }, { meeting }) {
    const row = await db
      .selectFrom('advisoryMeeting')
      .selectAll()
      .where('id', '=', meeting)
      .where(condition(advisoryMeeting, advisoryMeeting.access.read, person))
      .executeTakeFirst()
    if (!row) throw notFound()
    const agenda = (await agendaOf(db, row.id)).filter(({ state }) => state === 'on-agenda' || state === 'advised')
    const lines = agenda.map(({ change }, n) => `${n + 1}. ${change.number} ${change.title}`)
    const text = icalOf(say(['变更评审会', 'Change advisory boards'], lang), engine.zone, [
      {
        uid: `${row.id}@touchstone`,
        sequence: row.version,
        from: row.startsAt,
        to: row.endsAt,
        changedAt: row.updatedAt,
        summary: `${row.title}${row.place ? ` · ${row.place}` : ''}`,
        description: [`${origin}/advisory-meetings/${row.number}`, ...lines].join('\n'),
        cancelled: row.state === 'cancelled',
      },
    ])
    return { name: `${row.number}.ics`, bytes: Buffer.from(text) }
  },
})
