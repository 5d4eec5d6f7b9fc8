import '../../server/tables.ts'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import {
  beginPaper,
  endPaper,
  paperBook,
  type Say,
  type Speech,
  speechOf,
} from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { holds } from '../../../../record/rule.ts'
import type { Words } from '../../../../record/words.ts'
import { dateIn } from '../../../../record/zone.ts'
import { worthOf } from '../../asset/server/worth.ts'
import { destructionWords } from '../../destruction/destruction.words.ts'
import { moneyReaders } from '../../keepers.rules.ts'
import { disposal } from '../disposal.record.ts'
import { disposalWords } from '../disposal.words.ts'
import { slipWords as words } from '../slip.words.ts'

type Row = RowOf<typeof disposal>

/** The slip that is filed, and given to the receiver: what leaves, what it was worth, who agreed, and how its data was destroyed. */
export const disposalPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const told = await telling(row, reader)
    const { say } = told
    const page = beginPaper(out, `${row.number} ${row.title}`, reader)
    page.small(`${say(words.title)}  ${row.number}  ${say(disposalWords.states[row.state])}`)
    page.title(row.title)
    for (const [label, text] of told.facts) page.pair(say(label), text)
    page.heading(`${say(words.assets)} (${row.assets.length})`)
    page.table(
      told.assetHeads,
      told.assetHeads.map((_, n) => [4, 6, 3, 4, 3, 3][n] as number),
      told.assets,
    )
    page.heading(say(words.destruction))
    if (told.media.length === 0) page.paragraph(say(words.noMedia))
    else {
      page.table(told.mediaHeads, [5, 4, 5, 4, 4, 4], told.media)
      page.small(say(words.source))
    }
    page.heading(say(words.course))
    for (const line of told.course) page.paragraph(line)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, facts, assetHeads, assets, mediaHeads, media } = await telling(row, reader)
    const { book, sheet } = paperBook(out, reader)
    const widths = [24, 20]
    sheet(words.title, widths, [[row.title, row.number], ...facts.map(([label, text]) => [say(label), text])])
    sheet(words.assets, widths, [assetHeads, ...assets])
    sheet(words.destruction, widths, [mediaHeads, ...media])
    await book.commit()
  },
}

/** Names, instants and words as whoever takes it out reads them. */
async function telling(row: Row, reader: Reader) {
  const { engine, person } = reader
  const speech = speechOf(reader, await refsOf(engine, disposal, person, [row as unknown as AnyRow]))
  const { say, when, name } = speech
  const mayCount = holds(moneyReaders, person, {})
  const { fields, choices } = disposalWords
  return {
    say,
    facts: [
      [fields.way, say(choices.way[row.way])],
      [fields.reason, row.reason],
      [words.proposed, `${name(row.createdBy)}  ${when(row.createdAt)}`],
      ...(mayCount
        ? ([
            [fields.bookValue, `${money(row.bookValue)}  ${row.valuedOn ?? ''}`],
            [fields.appraised, money(row.appraised)],
            [fields.proceeds, money(row.proceeds)],
          ] as const)
        : []),
      [fields.basis, row.basis ?? '—'],
      [fields.receiver, [row.receiver ?? '—', row.receiverContact].filter(Boolean).join('  ')],
      [
        fields.carriedOutAt,
        row.carriedOutAt ? `${when(row.carriedOutAt)}  ${name(row.carriedOutBy)}` : say(words.notYet),
      ],
    ] as readonly (readonly [Words, string])[],
    ...(await assetLines(row, reader, say, mayCount)),
    ...(await mediaLines(row, reader, speech)),
    course: await courseOf(row, reader, speech),
  }
}

const money = (value: number | null | undefined) => (value == null ? '—' : value.toFixed(2))

async function assetLines(row: Row, { engine, telling }: Reader, say: Say, mayCount: boolean) {
  const assets = await engine.db
    .selectFrom('asset as a')
    .innerJoin('assetCategory as c', 'c.id', 'a.category')
    .select(['a.id', 'a.tag', 'a.name', 'a.serial', 'a.cost', 'c.name as category', 'c.nameEn as categoryEn'])
    .where('a.id', 'in', row.assets)
    .orderBy('a.tag')
    .execute()
  const worth = mayCount
    ? await worthOf(engine.db, row.assets, row.valuedOn ?? dateIn(engine.zone, row.createdAt))
    : null
  return {
    assetHeads: [
      ...[words.tag, words.name, words.category, words.serial],
      ...(worth ? [words.cost, words.worth] : []),
    ].map(say),
    assets: assets.map((one) => [
      ...[one.tag, one.name, (telling.lang === 'en' && one.categoryEn) || one.category, one.serial ?? '—'],
      ...(worth ? [money(one.cost), money(worth.get(one.id))] : []),
    ]),
  }
}

async function mediaLines(row: Row, { engine, person }: Reader, { say, when }: Speech) {
  const rows = await engine.db
    .selectFrom('destruction')
    .selectAll()
    .where('disposal', '=', row.id)
    .where('state', '<>', 'void')
    .orderBy('label')
    .execute()
  const people = rows.flatMap(({ operator, witness }) => [operator, witness].filter((one) => one !== null))
  const refs = await lookUp(engine, person, new Map([[engine.directory.record.name, new Set(people)]]))
  const files = await filesOf(
    engine,
    rows.map(({ id }) => id),
  )
  const { fields, choices, states } = destructionWords
  const by = (id: string | null, at: string | null) => (id && at ? `${refs[id]?.label ?? '—'} ${when(at)}` : '—')
  return {
    mediaHeads: [fields.label, fields.medium, words.how, words.done, words.seen, words.certificate].map(say),
    media: rows.map((one) => [
      one.label ?? one.number,
      one.medium ? say(choices.medium[one.medium]) : say(states[one.state]),
      one.technique && one.method
        ? `${say(choices.method[one.method])} ${say(choices.technique[one.technique])}`
        : say(states[one.state]),
      by(one.operator, one.performedAt),
      by(one.witness, one.witnessedAt),
      (files.get(one.id) ?? []).join('\n') || '—',
    ]),
  }
}

/** The names of what is attached, each with the beginning of its digest: the same file, and no other. */
async function filesOf(engine: Reader['engine'], ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  const rows = await engine.db
    .selectFrom('attachment')
    .select(['recordId', 'name', 'digest'])
    .where('recordId', 'in', ids)
    .where('removedAt', 'is', null)
    .where('private', '=', false)
    .orderBy('id')
    .execute()
  for (const { recordId, name, digest } of rows)
    found.set(recordId, [...(found.get(recordId) ?? []), `${name} ${digest.slice(0, 12)}`])
  return found
}

/** Who agreed and who signed, as it was said: one line each. */
async function courseOf(row: Row, { engine, person }: Reader, { say, when }: Speech) {
  const votes = await engine.db
    .selectFrom('approvalVote as v')
    .innerJoin('approval as a', 'a.id', 'v.approval')
    .select(['v.person', 'v.vote', 'v.note', 'v.at'])
    .where('a.recordId', '=', row.id)
    .orderBy('v.at')
    .orderBy('v.person')
    .execute()
  const signed = await engine.db
    .selectFrom('signature')
    .select(['person', 'verb', 'at', 'digest'])
    .where('recordId', '=', row.id)
    .orderBy('at')
    .execute()
  const people = new Set([...votes, ...signed].map((one) => one.person))
  const refs = await lookUp(engine, person, new Map([[engine.directory.record.name, people]]))
  const name = (id: string) => refs[id]?.label ?? '—'
  const verbs = disposalWords.verbs as Readonly<Record<string, Words>>
  const lines = [
    ...votes.map(
      ({ person: id, vote, note, at }) =>
        `${when(at)}  ${name(id)}  ${say(vote === 'agree' ? words.agreed : words.refused)}${note ? `:${note}` : ''}`,
    ),
    ...signed.map(
      ({ person: id, verb, at, digest }) =>
        `${when(at)}  ${name(id)}  ${say(verbs[verb] ?? [verb, verb])}  ${say(words.signature)} ${Buffer.from(digest).toString('hex').slice(0, 16)}`,
    ),
  ]
  return lines.length > 0 ? lines : ['—']
}
