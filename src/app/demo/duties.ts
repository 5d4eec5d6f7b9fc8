import { dutyTask } from '../../areas/operations/duty-task/duty-task.record.ts'
import { periodicDuty } from '../../areas/operations/periodic-duty/periodic-duty.record.ts'
import { tickDuties } from '../../areas/operations/periodic-duty/server/keep.ts'
import { chance } from './chance.ts'
import { calendarIds } from './clocks.ts'
import { type DemoDuty, demoDuties, dutyMishaps } from './duties.data.ts'
import { type Act, shanghai } from './history/agenda.ts'
import type { Stage } from './stage.ts'

const minute = 60_000

/** The firm’s periodic duties, kept on these trading days (oldest first): one was missed, one done late. */
export function dutyActs(stage: Stage, days: readonly string[]): Act[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const acts: Act[] = [
    { at: shanghai(first, '06:30'), do: () => begin(stage, first) },
    ...days.flatMap((day, index): Act[] => [
      ...['07:51', '09:05', '15:10'].map(
        (time): Act => ({ at: shanghai(day, time), do: () => tickDuties(stage.engine) }),
      ),
      ...demoDuties.map((duty) => settled(stage, duty, day, days.length - index)),
      { at: shanghai(day, '20:40'), do: () => explain(stage, day, days.length - index) },
    ]),
  ]
  // The last day is left in its afternoon.
  return acts.filter(({ at }) => at < shanghai(last, '17:10'))
}

async function begin(stage: Stage, startsOn: string): Promise<void> {
  const calendars = await calendarIds(stage.engine.db)
  const posts = await stage.engine.db.selectFrom('post').select(['id', 'code']).execute()
  await stage.as('engineer', async (tx) => {
    for (const { post, calendar, by: _by, before: _before, notes: _notes, ...duty } of demoDuties)
      await tx.create(periodicDuty, {
        ...duty,
        startsOn,
        post: posts.find(({ code }) => code === post)?.id as string,
        calendar: calendars[calendar],
      })
  })
}

/** What of a duty is open on this day, done by whose it is, around its time. */
function settled(stage: Stage, duty: DemoDuty, day: string, daysAgo: number): Act {
  const mishap = dutyMishaps[daysAgo]?.[duty.name]
  const due = shanghai(day, duty.at)
  const luck = chance(due / 1_000 + duty.name.length)
  const note = luck.pick(duty.notes)
  return {
    at: due + (mishap?.late ?? luck.between(0, 9) - duty.before) * minute,
    async do() {
      if (mishap?.missed) return
      const open = await stage.engine.db
        .selectFrom('dutyTask')
        .select(['id', 'state'])
        .where('title', '=', duty.name)
        .where('dueOn', '=', day)
        .where('state', 'in', ['due', 'to-sign'])
        .execute()
      for (const { id, state } of open)
        await stage.as(duty.by, (tx) => tx.act(dutyTask, id, state === 'to-sign' ? 'attest' : 'done', { note }))
    },
  }
}

/** What nobody did is missed by itself; then somebody says why. */
async function explain(stage: Stage, day: string, daysAgo: number): Promise<void> {
  await tickDuties(stage.engine)
  const missed = await stage.engine.db
    .selectFrom('dutyTask')
    .select(['id', 'title'])
    .where('state', '=', 'missed')
    .where('missedReason', 'is', null)
    .where('dueOn', '=', day)
    .execute()
  for (const { id, title } of missed) {
    const missedReason = dutyMishaps[daysAgo]?.[title]?.missed
    if (missedReason) await stage.as('engineer', (tx) => tx.act(dutyTask, id, 'explain', { missedReason }))
  }
}
