import { rm } from 'node:fs/promises'
import type { Programs } from '../../../../platform/process/programs.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import type { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import type { MethodSettings } from '../../backup-plan/method.settings.ts'
import type { backupRun } from '../../backup-run/backup-run.record.ts'
import { compare, lossOf, wrongOf } from '../compare.rules.ts'
import type { Compared, Step } from '../step.rules.ts'
import { wholeCopy } from './copy.ts'
import { restoreByProgram, restoreRestic, restoreTar } from './files.ts'
import { restoreMysql } from './mysql.ts'
import { restorePostgres } from './postgres.ts'
import type { Restored, Scratch } from './restored.ts'
import { makeScratch } from './scratch.ts'
import { Unproven } from './unproven.ts'

export interface Ask {
  readonly plan: Pick<RowOf<typeof backupPlan>, 'settings' | 'totals' | 'rpoMinutes' | 'rtoMinutes'>
  readonly run: Pick<RowOf<typeof backupRun>, 'location' | 'bytes' | 'sha256' | 'totals'> & { startedAt: string }
  readonly programs: Programs
  /** Where scratch folders are made; empty, where the system makes them. */
  readonly beneath: string
  readonly limitMs: number
}

export interface Outcome {
  /** Null: proven. */
  readonly wrong: Words | null
  readonly steps: Step[]
  readonly compared: Compared[]
  readonly seconds: number
  readonly lossMinutes: number | null
}

/**
 * Really restores a copy beside everything else: is it whole, can it be restored, what is in it, is that what was saved, was it
 * quick enough. The first thing that is not well is what is wrong; nothing is left behind.
 */
export async function restoreCopy({ plan, run, programs, beneath, limitMs }: Ask): Promise<Outcome> {
  const began = performance.now()
  const steps: Step[] = []
  let compared: Compared[] = []
  let lossMinutes: number | null = null
  const outcome = (wrong: Words | null): Outcome => ({
    ...{ wrong, steps, compared, lossMinutes },
    seconds: Math.round(performance.now() - began) / 1_000,
  })
  const step = async <T>(code: Step['code'], work: () => Promise<readonly [T, Words]>): Promise<T> => {
    const from = performance.now()
    const ms = () => Math.round(performance.now() - from)
    try {
      const [done, text] = await work()
      steps.push({ code, ok: true, text: [...text], ms: ms() })
      return done
    } catch (error) {
      if (error instanceof Unproven) steps.push({ code, ok: false, text: [...error.text], ms: ms() })
      throw error
    }
  }
  const folder = await makeScratch(beneath)
  const scratch: Scratch = { folder, left: () => limitMs - (performance.now() - began) }
  let restored: Restored | undefined
  try {
    const { settings } = plan
    const file =
      settings.is === 'restic'
        ? null
        : await step('whole', async () => [
            await wholeCopy(settings.folder, run),
            ['副本完整,与上报的校验值相符。', 'The copy is whole: its digest is what was reported.'],
          ])
    const open = await step('restore', async () => [
      await restoreAs(settings, file ?? '', run.location, programs, scratch),
      ['已恢复到临时位置。', 'Restored in a place of its own.'],
    ])
    restored = open
    await step('count', async () => [undefined, countedIn(open.counted)])
    compared = await step('totals', async () => {
      const measured = new Map<string, string | null>()
      for (const total of plan.totals) measured.set(total.name, await open.measure(total))
      const { startedAt, totals: reported } = run
      compared = compare({ ...plan, reported, startedAt }, { counted: open.counted, measured })
      const fresh = plan.totals.find(({ check }) => check === 'fresh')
      lossMinutes = fresh ? lossOf(measured.get(fresh.name) ?? null, startedAt) : null
      const wrong = wrongOf(compared)
      if (wrong) throw new Unproven(...wrong)
      return [compared, [`${compared.length} 项核对相符。`, `${compared.length} totals are what was saved.`]]
    })
    await step('time', async () => [undefined, inTime(outcome(null).seconds, plan.rtoMinutes)])
    return outcome(null)
  } catch (error) {
    if (error instanceof Unproven) return outcome(error.text)
    throw error
  } finally {
    await restored?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function restoreAs(
  settings: MethodSettings,
  file: string,
  location: string | null,
  programs: Programs,
  scratch: Scratch,
): Promise<Restored> {
  switch (settings.is) {
    case 'pg-dump':
      return restorePostgres(file, scratch)
    case 'mysql-dump':
      return restoreMysql(file, scratch)
    case 'tar':
      return restoreTar(file, scratch)
    case 'restic':
      return restoreRestic(settings, location, scratch)
    case 'command':
      return restoreByProgram(settings.program, file, programs, scratch)
  }
}

const names: Readonly<Record<string, Words>> = {
  tables: ['表', 'tables'],
  rows: ['行', 'rows'],
  files: ['文件', 'files'],
  bytes: ['字节', 'bytes'],
}

/** A copy in which nothing is proves nothing. */
function countedIn(counted: Restored['counted']): Words {
  const all = Object.entries(counted)
  if (all.every(([, n]) => n === 0) || counted['rows'] === 0)
    throw new Unproven('恢复出来的是空的。', 'Nothing is in what was restored.')
  return [
    all.map(([name, n]) => `${names[name]?.[0] ?? name} ${n}`).join(','),
    all.map(([name, n]) => `${n} ${names[name]?.[1] ?? name}`).join(', '),
  ]
}

function inTime(seconds: number, rtoMinutes: number): Words {
  if (seconds > rtoMinutes * 60)
    throw new Unproven(
      `用时 ${seconds} 秒,超过恢复时间目标 ${rtoMinutes} 分钟。`,
      `It took ${seconds} seconds; the recovery time allows ${rtoMinutes} minutes.`,
    )
  return [`用时 ${seconds} 秒,在恢复时间目标内。`, `${seconds} seconds: within the recovery time.`]
}
