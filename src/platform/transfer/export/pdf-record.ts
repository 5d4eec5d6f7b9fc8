import type { PassThrough } from 'node:stream'
import type { PersonActor } from '../../../record/actor.ts'
import { renamed } from '../../../record/mention.ts'
import { ownWords } from '../../../record/own.words.ts'
import type { AnyRecord, AnyRow } from '../../../record/record.ts'
import { concealed, hiddenIn, without } from '../../../record/secret.ts'
import { say, type Words } from '../../../record/words.ts'
import type { Engine } from '../../engine.ts'
import { lookUp, type Refs, refsOf } from '../../read/refs.ts'
import { readComments } from '../../sides/comment.ts'
import { entriesOf } from '../../sides/journal.routes.ts'
import { seesNotes } from '../../sides/private.ts'
import { type Column, columnsOfList, valueIn } from '../columns.ts'
import { wallText } from '../wall.ts'
import { shown, type Telling } from './cells.ts'
import { beginPaper, endPaper } from './paper-parts.ts'

const words = {
  comments: ['评论', 'Comments'],
  privateNote: ['内部备注', 'private note'],
  withdrawn: ['(已撤回)', '(withdrawn)'],
  signatures: ['签字', 'Signatures'],
  journal: ['历史记录', 'History'],
  earlier: ['更早的记录从略。', 'Earlier entries are left out.'],
  create: ['创建', 'created'],
  update: ['修改', 'changed'],
  comment: ['评论', 'commented'],
} as const satisfies Record<string, Words>

const mostEntries = 100

/** One record on paper: its fields, what was said and signed, and what happened to it, as far as the reader may see. */
export async function writePdfRecord(
  out: PassThrough,
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  row: AnyRow,
  telling: Telling,
): Promise<void> {
  const { lang, wall } = telling
  const entry = engine.registry.get(record.name)
  const visible = concealed(record, person, row)
  const refs = await refsOf(engine, record, person, [visible])
  const name = String(visible[record.label] ?? '')
  const page = beginPaper(out, `${row.number} ${name}`, { engine, person, telling })

  page.small(`${say(entry.words.name, lang)}  ${row.number}`)
  page.title(name)
  const hidden = hiddenIn(record, person, row)
  for (const column of columnsOfList(engine, record)) {
    if (['id', 'number', 'version', record.label, ...hidden].includes(column.name)) continue
    const text = fieldText(column, visible, refs, telling)
    if (text !== '') page.pair(say(column.words, lang), text)
  }
  page.pair(say(ownWords.version, lang), String(row.version))

  const withNotes = seesNotes(record, person, row)
  const comments = await readComments(engine.db, row.id, withNotes)
  const signatures = await engine.db
    .selectFrom('signature')
    .select(['at', 'person', 'verb', 'digest'])
    .where('recordId', '=', row.id)
    .orderBy('at')
    .limit(200)
    .execute()
  const entries = await entriesOf(engine, row.id, withNotes, null, mostEntries + 1)
  const people = new Set([...comments.map(({ by }) => by), ...signatures.map((one) => one.person)])
  const names = await lookUp(engine, person, new Map([[engine.directory.record.name, people]]))
  const when = (instant: string) => wallText(wall, instant).slice(0, 16)
  const verb = (name: string) =>
    say(
      (entry.words.verbs as Record<string, Words>)[name] ?? (words as Record<string, Words>)[name] ?? [name, name],
      lang,
    )

  if (comments.length > 0) page.heading(say(words.comments, lang))
  for (const { at, by, text, private: isPrivate, withdrawnAt } of comments) {
    page.small(`${when(at)}  ${names[by]?.label ?? ''}${isPrivate ? ` · ${say(words.privateNote, lang)}` : ''}`)
    page.paragraph(withdrawnAt ? say(words.withdrawn, lang) : renamed(text, () => undefined))
  }
  if (signatures.length > 0) page.heading(say(words.signatures, lang))
  for (const { at, person: by, verb: done, digest } of signatures) {
    page.paragraph(`${when(at)}  ${names[by]?.label ?? ''}  ${verb(done)}`)
    page.small(`SHA-256 ${digest.toString('hex')}`)
  }
  page.heading(say(words.journal, lang))
  const fields = new Map(columnsOfList(engine, record).map((column) => [column.name, say(column.words, lang)]))
  for (const { at, actorName, verb: done, changes } of entries.slice(0, mostEntries)) {
    const changed = Object.keys(without(record, person, row, changes)).flatMap((name) => fields.get(name) ?? [])
    const which = done === 'create' || changed.length === 0 ? '' : `  (${changed.join(lang === 'zh' ? '、' : ', ')})`
    page.paragraph(`${when(at)}  ${actorName}  ${verb(done)}${which}`)
  }
  if (entries.length > mostEntries) page.small(say(words.earlier, lang))
  endPaper(page, row.number, { engine, person, telling })
}

function fieldText(column: Column, row: AnyRow, refs: Refs, telling: Telling): string {
  if (column.kind === 'json') {
    const value = valueIn(row, column)
    const isEmpty = value === null || value === undefined || JSON.stringify(value).length <= 2
    return isEmpty ? '' : JSON.stringify(value, null, 1)
  }
  const value = shown(telling, column, row, refs)
  return value === null ? '' : value.is === 'number' ? value.number.toLocaleString('en-US') : value.text
}
