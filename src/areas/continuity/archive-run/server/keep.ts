import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Service } from '../../../../platform/area.ts'
import { livingCopies } from '../../../../platform/copies.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import type { RowOf } from '../../../../record/record.ts'
import { archiveJob } from '../../archive-job/archive-job.record.ts'
import { archiving } from './batch.ts'
import { askForRun, carryOn, isDropped, mayMove } from './run.ts'

const turnMs = 5_000

/** Not among the jobs of the queue, which are waited for when a copy stops: this may go on for hours, and rests after any batch. */
export const keepArchives: Service = async (engine) => {
  let stops = false
  const inHand = new Set<Promise<void>>()
  const take = (id: string) => {
    const work = carryOn(engine, id, { leaves: () => stops })
      .catch((error) => engine.log.error({ err: error, run: id }, 'An archive run was dropped'))
      .finally(() => inHand.delete(work))
    inHand.add(work)
  }
  const turns = rhythm(turnMs, engine.log, async () => (await tickArchives(engine)).forEach(take))
  return {
    async stop() {
      stops = true
      await turns.stop()
      await Promise.all(inHand)
    },
  }
}

/** In their hours, makes the runs that are due; answers those to be carried on: what waits, and what a dead server left. */
export async function tickArchives(engine: Engine): Promise<string[]> {
  for (const job of await due(engine))
    if (await mayMove(engine, job))
      await engine.inTx(archiving, async (tx) => {
        const now = await tx.lock(archiveJob, job.id)
        if (now.state === 'active' && !(await openRun(engine, job.id))) await askForRun(tx, now, false)
      })
  const open = await engine.db
    .selectFrom('archiveRun as r')
    .innerJoin('archiveJob as j', 'j.id', 'r.job')
    .where('r.state', 'in', ['waiting', 'running'])
    .select(['r.id', 'r.state', 'r.copy', 'r.dry', 'j.windowFrom', 'j.windowTo'])
    .execute()
  const living = await livingCopies(engine.db)
  const wanted: string[] = []
  for (const { state, dry, ...run } of open)
    if (state === 'running' ? isDropped(engine, run, living) : dry || (await mayMove(engine, run))) wanted.push(run.id)
  return wanted
}

const openRun = ({ db }: Engine, job: string) =>
  db
    .selectFrom('archiveRun')
    .select('id')
    .where('job', '=', job)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()

/** Active jobs whose last run, whatever came of it, began their period ago: half a day is left for hours that begin later. */
async function due({ db, clock }: Engine): Promise<RowOf<typeof archiveJob>[]> {
  return (await db
    .selectFrom('archiveJob as j')
    .selectAll('j')
    .where('j.state', '=', 'active')
    .where(
      sql<boolean>`not exists (select from archive_run r where r.job = j.id and not r.dry and (r.state in ('waiting', 'running')
        or r.created_at > ${clock.now()}::timestamptz - j.every_days * interval '1 day' + interval '12 hours'))`,
    )
    .execute()) as RowOf<typeof archiveJob>[]
}
