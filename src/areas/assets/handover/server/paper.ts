import '../../server/tables.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import {
  beginPaper,
  endPaper,
  paperBook,
  type Say,
  speechOf,
} from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { handover } from '../handover.record.ts'
import { handoverWords } from '../handover.words.ts'
import { slipWords as words } from '../slip.words.ts'

type Row = RowOf<typeof handover>

/** The slip that goes into the file: what changed hands, in what condition, who signed for it and when. */
export const handoverPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const { say, facts, signed } = await telling(row, reader)
    const page = beginPaper(out, `${row.number} ${say(words[row.kind])}`, reader)
    page.small(`${row.number}  ${say(handoverWords.states[row.state])}`)
    page.title(say(words[row.kind]))
    for (const [label, text] of facts) if (text) page.pair(say(label), text)
    page.heading(`${say(words.items)}  ${row.items.length} ${say(words.pieces)}`)
    page.table(heads(say), [1, 3, 6, 4], cells(row))
    if (row.condition) {
      page.heading(say(words.condition))
      page.paragraph(row.condition)
    }
    page.heading(say(words.signed))
    for (const line of signed) page.paragraph(line)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, facts, signed } = await telling(row, reader)
    const { book, sheet } = paperBook(out, reader)
    sheet(
      words[row.kind],
      [14, 20, 40, 24],
      [
        [say(words[row.kind]), row.number],
        ...facts.filter(([, text]) => text !== '').map(([label, text]) => [say(label), text]),
        heads(say),
        ...cells(row),
        [say(words.condition), row.condition ?? ''],
        [say(words.signed), ...signed],
      ],
    )
    await book.commit()
  },
}

const heads = (say: Say): string[] => [words.line, words.tag, words.name, words.serial].map(say)
const cells = ({ items }: Row): string[][] =>
  items.map(({ tag, name, serial }, n) => [String(n + 1), tag, name, serial ?? ''])

/** Names, instants and words as whoever takes it out reads them. */
async function telling(row: Row, reader: Reader) {
  const { engine, person } = reader
  const { say, when, name } = speechOf(reader, await refsOf(engine, handover, person, [row as unknown as AnyRow]))
  const named = (id: string | null) => (id === null ? '' : name(id))
  const digest = await engine.db
    .selectFrom('signature')
    .select('digest')
    .where('recordId', '=', row.id)
    .where('verb', '=', 'sign')
    .executeTakeFirst()
  const facts: readonly (readonly [Words, string])[] = [
    [row.kind === 'issue' ? words.receiver : words.giver, named(row.holder)],
    [words.department, named(row.department)],
    [words.location, named(row.location)],
    [words.reason, row.reason ?? ''],
    [words.keeper, named(row.createdBy)],
    [words.madeOn, when(row.createdAt)],
  ]
  const signed = row.signedAt
    ? [
        `${name(row.signedBy)}  ${when(row.signedAt)}`,
        ...(row.remarks ? [`${say(words.remarks)}: ${row.remarks}`] : []),
        ...(digest ? [`${say(words.digest)}: ${digest.digest.toString('hex')}`] : []),
      ]
    : [say(words.awaited)]
  return { say, facts, signed }
}
