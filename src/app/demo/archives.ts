import { archiveJob } from '../../areas/continuity/archive-job/archive-job.record.ts'
import { archiveRun } from '../../areas/continuity/archive-run/archive-run.record.ts'
import { dayAway } from '../../record/time.ts'
import { type Places, placeOf } from './components.ts'
import { type Act, shanghai } from './history/agenda.ts'
import type { Stage } from './stage.ts'

interface Ground {
  readonly stage: Stage
  readonly places: Places
}

const pastRuns = [
  { rows: 184_320, kept: 2, bytes: 61_300_000, oldest: '20241128', newest: '20250829' },
  { rows: 21_944, kept: 0, bytes: 7_350_000, oldest: '20250901', newest: '20250930' },
] as const

/** The settlement's history: a job that another approved, tried dry, then two months moved. Its databases are the firm's own to name. */
export function archiveActs(ground: Ground, days: readonly string[]): Act[] {
  const [first] = days
  const last = days.at(-2)
  if (!first || !last || first === last) return []
  let job = ''
  return [
    {
      at: shanghai(first, '09:10'),
      do: async () => {
        job = await drawUp(ground)
      },
    },
    { at: shanghai(first, '20:05'), do: () => moved(ground, job, 0) },
    { at: shanghai(last, '20:05'), do: () => moved(ground, job, 1) },
  ]
}

async function drawUp({ stage, places }: Ground): Promise<string> {
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(archiveJob, {
      ...{ name: '历史成交归档', component: placeOf(places, 'database').component, owner: stage.people.engineer },
      ...{
        source: 'settlement',
        target: 'history',
        table: 'deal_history',
        column: 'init_date',
        columnIs: 'date-number',
      },
      ...{ keepDays: 420, sums: ['amount', 'fee'], batchRows: 1_000, everyDays: 90 },
    }),
  )
  await stage.as('manager', (tx) => tx.act(archiveJob, id, 'approve'))
  await stage.as('engineer', (tx) => tx.act(archiveJob, id, 'activate'))
  return id
}

/** As the server that moved them wrote it down. */
const moved = ({ stage }: Ground, job: string, n: 0 | 1) =>
  stage.by('archive-jobs', async (tx) => {
    const { rows, kept, ...found } = pastRuns[n]
    const { name: title, component, keepDays, batchRows } = await tx.lock(archiveJob, job)
    const before = dayAway(tx.today, -keepDays)
    const run = await tx.create(archiveRun, { title, component, job, before })
    await tx.act(archiveRun, run.id, 'begin', { startedAt: tx.now })
    const done = { copied: rows + kept, removed: rows, kept, phase: 'removed' as const }
    await tx.update(archiveRun, run.id, { ...found, ...done, total: rows, batches: Math.ceil(rows / batchRows) })
    await tx.act(archiveRun, run.id, 'finish', { endedAt: tx.now })
    await tx.update(archiveJob, job, { standing: 'good', lastDoneAt: tx.now })
  })
