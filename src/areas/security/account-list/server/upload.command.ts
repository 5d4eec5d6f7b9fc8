import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { openBook, readingOf } from '../../../../platform/transfer/sheet/open.ts'
import type { SheetRow } from '../../../../platform/transfer/sheet/sheet.ts'
import { wallOf } from '../../../../platform/transfer/wall.ts'
import { invalid } from '../../../../record/problem.ts'
import { hands } from '../../keepers.rules.ts'
import { accountList } from '../account-list.record.ts'
import { readSheet } from '../sheet.ts'
import { type Taken, takeList } from './take.ts'

const mostBytes = 20 * 1024 ** 2

export const takenSchema = z.object({
  list: z.string(),
  same: z.boolean(),
  accounts: z.int(),
  came: z.int(),
  changed: z.int(),
  went: z.int(),
})

export const tellTaken = ({ list, same }: Taken): z.input<typeof takenSchema> => ({
  ...{ list: list.number, same, accounts: list.accounts },
  ...(same ? { came: 0, changed: 0, went: 0 } : { came: list.came, changed: list.changed, went: list.went }),
})

/** A list that somebody exported from a system: CSV in whatever encoding, or XLSX. */
export const uploadList = command({
  path: '/api/account-list-files',
  allow: hands,
  about: accountList.name,
  summary:
    'Reads the accounts that were exported from a system: a CSV or XLSX file, taken whole or refused with every fault',
  bodyLimit: mostBytes * 1.4,
  input: z.strictObject({
    system: z.uuid(),
    takenAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()),
    complete: z.boolean(),
    confirmed: z.int().min(1).optional(),
    name: z.string().min(1).max(255),
    content: z.base64().max(mostBytes * 1.37),
  }),
  output: takenSchema,
  async run(tx, { system, takenAt, complete, confirmed, content }) {
    const bytes = Buffer.from(content, 'base64')
    const book = await openBook(bytes, readingOf(bytes))
    const rows: SheetRow[] = []
    for await (const chunk of book.rows(0)) rows.push(...chunk)
    const { entries, faults } = readSheet(rows, wallOf(tx.zone))
    if (faults.length > 0) throw invalid(faults)
    return tellTaken(await takeList(tx, system, { takenAt, complete, source: 'csv', entries, confirmed }))
  },
})
