import '../../server/tables.ts'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { custodyWords } from '../../custody/custody.words.ts'
import { chainWords as words } from '../chain.words.ts'
import { evidence } from '../evidence.record.ts'
import { evidenceWords } from '../evidence.words.ts'

type Row = RowOf<typeof evidence>
const { fields, states } = evidenceWords

/** Every hand-over, the first first, with the digests of both signatures. */
async function chainOf({ id }: Row, { engine }: Reader) {
  const links = await engine.db.selectFrom('custody').selectAll().where('evidence', '=', id).orderBy('id').execute()
  const ids = [id, ...links.map((one) => one.id)]
  const signatures = await engine.db
    .selectFrom('signature')
    .select(['recordId', 'verb', 'person', 'at', 'digest'])
    .where('recordId', 'in', ids)
    .orderBy('at')
    .execute()
  return { links, signatures }
}

async function told(row: Row, reader: Reader) {
  const { engine, person } = reader
  const { links, signatures } = await chainOf(row, reader)
  const people = new Set(links.flatMap(({ giver, taker }) => (giver === null ? [taker] : [giver, taker])))
  for (const one of signatures) people.add(one.person)
  const refs = {
    ...(await refsOf(engine, evidence, person, [row as unknown as AnyRow])),
    ...(await lookUp(engine, person, new Map([['person', people]]))),
  }
  const { say, when, name } = speechOf(reader, refs)
  const at = (instant: string | null) => (instant === null ? '—' : when(instant))
  const of = custodyWords.fields
  return {
    say,
    facts: [
      [fields.securityIncident, name(row.securityIncident)],
      [fields.source, row.source],
      [fields.takenBy, `${name(row.takenBy)}  ${when(row.takenAt)}`],
      [fields.sealedBy, `${name(row.sealedBy)}  ${at(row.sealedAt)}`],
      [fields.digest, row.digest ?? '—'],
      [fields.holder, name(row.holder)],
      [fields.place, row.place],
      ...(row.ending === null
        ? []
        : ([
            [fields.ending, `${row.ending}  ${name(row.endedBy)}`],
            [fields.witness, `${name(row.witness)}  ${at(row.witnessedAt)}`],
          ] as const)),
    ] as const,
    fileHeads: [words.file, words.size, words.digest].map(say),
    files: row.files.map(({ name: file, size, digest }) => [file, String(size), digest]),
    linkHeads: [of.giver, of.givenAt, of.taker, of.takenAt, of.purpose, of.place, custodyWords.name].map(say),
    links: links.map((one) => [
      name(one.giver),
      at(one.givenAt),
      name(one.taker),
      at(one.takenAt),
      one.purpose,
      one.place,
      `${one.number} ${say(custodyWords.states[one.state])}`,
    ]),
    signatures: signatures.map((one) => `${at(one.at)}  ${name(one.person)}  ${one.digest.toString('hex')}`),
  }
}

/** The report of the chain: what was sealed, through whose hands it went, and where it ended. */
export const evidencePaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const { say, facts, fileHeads, files, linkHeads, links, signatures } = await told(row, reader)
    const page = beginPaper(out, `${row.number} ${say(words.title)}`, reader)
    page.small(`${say(words.title)}  ${row.number}  ${say(states[row.state])}`)
    page.title(row.title)
    for (const [label, text] of facts) page.pair(say(label), text)
    if (row.description) page.paragraph(row.description)
    page.heading(say(words.files))
    page.table(fileHeads, [4, 1, 7], files)
    page.heading(say(words.chain))
    if (links.length === 0) page.paragraph(say(words.none))
    else page.table(linkHeads, [2, 3, 2, 3, 3, 3, 3], links)
    page.heading(say(words.signature))
    for (const line of signatures) page.small(line)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, facts, fileHeads, files, linkHeads, links, signatures } = await told(row, reader)
    const { book, sheet } = paperBook(out, reader)
    sheet(words.title, [24, 60], [[row.number, row.title], ...facts.map(([label, text]) => [say(label), text])])
    sheet(words.files, [40, 12, 70], [fileHeads, ...files])
    sheet(words.chain, [12, 18, 12, 18, 30, 24, 24], [linkHeads, ...links])
    sheet(words.signature, [100], [[say(words.signature)], ...signatures.map((line) => [line])])
    await book.commit()
  },
}
