import '../../server/tables.ts'
import { beside } from '../../../../platform/area.ts'
import { usualSize } from '../../backup-run/judge.rules.ts'
import { backupPlan } from '../backup-plan.record.ts'
import { standingSchema } from '../standing.rules.ts'

/** So many of its last runs are shown. */
const shown = 60

export const planStanding = beside({
  name: 'standing',
  of: (record) => record.name === backupPlan.name,
  summary:
    'The last runs of a backup plan with what was found of each, what size is usual, and its last restore tests.',
  output: standingSchema,
  async run({ db }, _record, { id }) {
    const runs = await db
      .selectFrom('backupRun as r')
      .leftJoinLateral(
        (query) =>
          query
            .selectFrom('restoreTest as t')
            .whereRef('t.run', '=', 'r.id')
            .orderBy('t.id', 'desc')
            .limit(1)
            .select('t.state as test')
            .as('t'),
        (on) => on.onTrue(),
      )
      .where('r.plan', '=', id)
      .orderBy('r.id', 'desc')
      .limit(shown)
      .select(['r.number', 'r.state', 'r.finding', 'r.dueAt', 'r.startedAt', 'r.endedAt', 'r.bytes', 't.test'])
      .execute()
    const tests = (state?: 'proven') =>
      db
        .selectFrom('restoreTest')
        .where('plan', '=', id)
        .$if(state !== undefined, (query) => query.where('state', '=', state as 'proven'))
        .orderBy('id', 'desc')
        .limit(1)
        .select(['number', 'state', 'takenAt', 'endedAt', 'seconds', 'lossMinutes', 'why', 'whyEn'])
        .executeTakeFirst()
    const [last, proven] = [await tests(), await tests('proven')]
    const why: [string, string] | null = last?.why ? [last.why, last.whyEn ?? last.why] : null
    return {
      runs: runs.reverse(),
      usual: usualSize(runs.filter(({ finding }) => finding === 'good').slice(-10)),
      proven: proven ?? null,
      last: last ? { ...last, why } : null,
    }
  },
})
