import '../../server/tables.ts'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { wallOf, wallText } from '../../../../platform/transfer/wall.ts'
import { emergencyPlanWords } from '../emergency-plan.words.ts'
import { printFolder } from '../plan.settings.ts'
import { indexPage, type Listed, planPage } from '../print.rules.ts'
import type { PlanRow } from './emergency-plan.behaviour.ts'
import { sheetOf } from './sheet.ts'

const { states, choices } = emergencyPlanWords

/**
 * Writes every plan in force, stale ones too and marked so, as pages that need neither network nor server. Each page is whole or as it
 * was; pages of plans that are no more are taken away last. A folder that cannot be written fails the job, which is then tried again.
 */
export const printPlans: Task = async (engine) => {
  const folder = engine.settings.get(printFolder)
  if (folder === '') return
  if (!(await stat(folder)).isDirectory()) throw new Error(`${folder} is no folder`)
  const plans = await plansInForce(engine)
  const names = await namesOf(engine, plans)
  const wall = wallOf(engine.zone)
  const when = (instant: string) => wallText(wall, instant).slice(0, 16)
  const takenAt = when(engine.clock.now())
  const name = (id: string | null) => (id === null ? '—' : (names.get(id) ?? '—'))
  for (const row of plans) {
    const sheets = [
      await sheetOf(engine.db, row, { lang: 'zh', name, when }),
      await sheetOf(engine.db, row, { lang: 'en', name, when }),
    ]
    await put(folder, `${row.number}.html`, planPage(row.number, sheets, takenAt))
  }
  await put(folder, 'index.html', indexPage(plans.map(listed), takenAt))
  const kept = new Set(plans.map(({ number }) => `${number}.html`))
  for (const file of await readdir(folder))
    if (/^EPL-[\w-]+\.html$/.test(file) && !kept.has(file)) await rm(join(folder, file))
}

/** Every plan that may have to be carried out tonight, stale ones too. */
export const plansInForce = async (engine: Engine): Promise<PlanRow[]> =>
  (await engine.db
    .selectFrom('emergencyPlan')
    .selectAll()
    .where('state', 'in', ['effective', 'stale'])
    .orderBy('number')
    .execute()) as unknown as PlanRow[]

const listed = ({ number, title, titleEn, level, state }: PlanRow): Listed => ({
  number,
  title,
  titleEn: titleEn ?? '',
  level: choices.level[level].join(' · '),
  state: states[state].join(' · '),
})

async function put(folder: string, name: string, text: string): Promise<void> {
  const being = join(folder, `.${name}.${process.pid}`)
  await writeFile(being, text)
  await rename(being, join(folder, name))
}

/** Of everybody and everything that the plans name: whoever can reach the folder has the plans whole. */
async function namesOf(engine: Engine, plans: readonly PlanRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = plans.flatMap((one) => [
    ...[one.decider, one.deputy, one.owner, one.approvedBy, one.supplier].filter((id) => id !== null),
    ...one.components,
  ])
  if (ids.length === 0) return new Map()
  const from = (table: 'person' | 'component' | 'supplier') =>
    engine.db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
  const found = await Promise.all([from('person'), from('component'), from('supplier')])
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}

/** Half past two in Shanghai: after the night session, with all that changed that day. */
export const printPlansCrontab = '30 18 * * * print-emergency-plans'
