import '../../server/tables.ts'
import { z } from 'zod'
import { download } from '../../../../platform/area.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import { wallOf, wallText } from '../../../../platform/transfer/wall.ts'
import type { AnyRow } from '../../../../record/record.ts'
import { say } from '../../../../record/words.ts'
import { staff } from '../../parties.rules.ts'
import { emergencyPlan } from '../emergency-plan.record.ts'
import { emergencyPlanWords } from '../emergency-plan.words.ts'
import { wholeSet } from '../print.rules.ts'
import { plansInForce } from './print.task.ts'
import { sheetOf } from './sheet.ts'

/** The set to take along: on a stick, or printed. */
export const planSet = download({
  path: '/api/emergency-plan-set',
  allow: staff,
  summary: 'Every emergency plan in force as one page that needs no network, in the language asked for',
  type: 'text/html; charset=utf-8',
  // A link says which; a browser's own language is not the screen's.
  input: z.strictObject({ lang: z.enum(['zh', 'en']).optional() }),
  async run({ engine, person, now, lang: spoken }, { lang = spoken }) {
    const plans = await plansInForce(engine)
    const refs = await refsOf(engine, emergencyPlan, person, plans as unknown as AnyRow[])
    const wall = wallOf(engine.zone)
    const when = (instant: string) => wallText(wall, instant).slice(0, 16)
    const name = (id: string | null) => (id === null ? '—' : (refs[id]?.label ?? '—'))
    const sheets = []
    for (const row of plans)
      sheets.push({ number: row.number, sheet: await sheetOf(engine.db, row, { lang, name, when }) })
    const page = wholeSet(sheets, say(emergencyPlanWords.plural, lang), when(now))
    return { name: `emergency-plans-${when(now).slice(0, 10)}.html`, bytes: Buffer.from(page) }
  },
})
