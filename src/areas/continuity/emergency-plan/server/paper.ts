import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow } from '../../../../record/record.ts'
import { emergencyPlan } from '../emergency-plan.record.ts'
import { emergencyPlanWords } from '../emergency-plan.words.ts'
import type { PlanRow } from './emergency-plan.behaviour.ts'
import { type Sheet, sheetOf } from './sheet.ts'

async function sheetFor(row: PlanRow, reader: Reader): Promise<Sheet> {
  const { engine, person, telling } = reader
  const refs = await refsOf(engine, emergencyPlan, person, [row as unknown as AnyRow])
  return sheetOf(engine.db, row, { lang: telling.lang, ...speechOf(reader, refs) })
}

/** The plan as it hangs on the wall: whom to call, what to do, who signed it. */
export const planPaper: Paper<PlanRow> = {
  async pdf(out, row, reader) {
    const sheet = await sheetFor(row, reader)
    const page = beginPaper(out, `${row.number} ${sheet.title}`, reader)
    page.small(`${emergencyPlanWords.name[reader.telling.lang === 'en' ? 1 : 0]}  ${row.number}  ${sheet.state}`)
    page.title(sheet.title)
    if (sheet.warning) page.paragraph(sheet.warning)
    for (const [label, text] of sheet.facts) page.pair(label, text)
    for (const { heading, text, table } of sheet.parts) {
      page.heading(heading)
      if (text) page.paragraph(text)
      if (table) page.table(table.heads, table.shares, table.rows)
    }
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const sheet = await sheetFor(row, reader)
    const { book, ...written } = paperBook(out, reader)
    written.sheet(emergencyPlanWords.name, [24, 60], [[row.number, sheet.title], ...sheet.facts])
    for (const { heading, text, table } of sheet.parts)
      written.sheet([heading, heading], [24, 40], table ? [table.heads, ...table.rows] : [[text ?? '']])
    await book.commit()
  },
}
