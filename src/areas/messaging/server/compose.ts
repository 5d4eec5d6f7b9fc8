import type { Engine } from '../../../platform/engine.ts'
import { lookUp } from '../../../platform/read/refs.ts'
import { type Column, columnsOfList } from '../../../platform/transfer/columns.ts'
import { type Shown, shown } from '../../../platform/transfer/export/cells.ts'
import { type Wall, wallOf, wallText } from '../../../platform/transfer/wall.ts'
import type { PersonActor } from '../../../record/actor.ts'
import { filled } from '../../../record/fill.ts'
import { renamed } from '../../../record/mention.ts'
import type { AnyRecord, AnyRow } from '../../../record/record.ts'
import { hiddenIn, secretsOf } from '../../../record/secret.ts'
import { type Lang, say, type Words } from '../../../record/words.ts'
import { actWords, headlines, moreWords, system, usualText } from '../headline.words.ts'
import type { Telling } from '../telling.rules.ts'
import { fittest } from '../template/template.rules.ts'
import type {} from './tables.ts'

/** What is said of one thing to one reader. */
export interface Said {
  /** In one line. */
  readonly headline: string
  readonly subject: string
  readonly text: string
  /** A path of the web app. */
  readonly path: string
  readonly event: Record<string, unknown>
}

/** What a thing is said from. */
export interface Matter {
  readonly telling: Telling
  readonly record: AnyRecord
  readonly row: AnyRow
  /** The comment's text, where one belongs to it. */
  readonly comment: string | null
  /** Where the web app is: `https://touchstone.example.cn`. */
  readonly address: string
}

export interface Template {
  readonly record: string | null
  readonly act: string | null
  readonly subjectZh: string
  readonly textZh: string
  readonly subjectEn: string
  readonly textEn: string
}

/** Templates in use, the newest first. */
export const templatesInUse = (db: Engine['db']): Promise<Template[]> =>
  db
    .selectFrom('template')
    .select(['record', 'act', 'subjectZh', 'textZh', 'subjectEn', 'textEn'])
    .where('state', '=', 'in-use')
    .orderBy('id', 'desc')
    .execute()

/** Who reads what is said, and in which language. A robot's words are read by many: nothing that is secret to some goes to it. */
export interface Reader {
  readonly person: PersonActor
  readonly lang: Lang
  readonly inPublic: boolean
  /** Where they look, a path of the web app; the record itself unless it says. */
  readonly path?: string
}

/** Says what happened as this reader may know it: names behind links, fields and changes as far as they may read them. */
export async function compose(
  engine: Engine,
  templates: readonly Template[],
  matter: Matter,
  reader: Reader,
): Promise<Said> {
  const { telling, record, row } = matter
  const { words } = engine.registry.get(record.name)
  const hidden = reader.inPublic ? secretsOf(record).map(([name]) => name) : hiddenIn(record, reader.person, row)
  const columns = columnsOfList(engine, record).filter(({ name }) => !hidden.includes(name))
  const changes = Object.entries(telling.changes).filter(([name]) => columns.some((column) => column.name === name))
  const refs = await lookUp(engine, reader.person, wantedBy(columns, [row, ...changes.flatMap(asRows)]))
  const see = { lang: reader.lang, spelling: 'words' as const, wall: wallFor(engine.zone) }
  const show = (column: Column, from: AnyRow) => textOf(shown(see, column, from, refs))
  const field = (name: string) => {
    const column = columns.find((one) => one.name === name)
    return column ? show(column, row) : ''
  }
  const path = reader.path ?? `/${record.plural}/${row.number}`
  const values: Record<string, string> = {
    record: say(words.name, reader.lang),
    number: row.number,
    label: field(record.label),
    state: field('state'),
    verb: say(verbOf({ ...words.acts, ...words.verbs }, telling), reader.lang),
    by: telling.by === null ? say(system, reader.lang) : telling.byName,
    at: wallText(see.wall, telling.at.replace(/\.\d+Z$/, '.000Z')),
    changes: telling.verb === 'create' ? '' : changesIn(columns, changes, row, show, reader.lang),
    comment:
      matter.comment === null ? say(telling.said ?? ['', ''], reader.lang) : renamed(matter.comment, () => undefined),
    link: matter.address + path,
    field: telling.as ? say(words.fields[telling.as] ?? [telling.as, telling.as], reader.lang) : '',
  }
  const place = (name: string): string =>
    name.startsWith('field.') ? field(name.slice('field.'.length)) : (values[name] ?? '')
  const headline = filled(say(headlineOf(telling), reader.lang), place) + say(moreWords(telling.more ?? 0), reader.lang)
  values['headline'] = headline
  const template = fittest(templates, record.name, telling.as ? [telling.verb] : [telling.verb, telling.why])
  const [subject, text] = template ? inLang(template, reader.lang) : ['{{headline}}', say(usualText, reader.lang)]
  return {
    headline,
    subject: clipped(filled(subject, place).replaceAll('\n', ' ') || headline, 300),
    text: clipped(filled(text, place) || headline, 10_000),
    path,
    event: eventOf(matter, Object.fromEntries(changes), columns),
  }
}

/** What a machine is told: the same for every language, values as the API gives them. */
const eventOf = ({ telling, record, row, comment }: Matter, changes: object, columns: readonly Column[]) => ({
  type: `${record.name}.${telling.verb}`,
  at: telling.at,
  by: telling.by === null ? null : { id: telling.by, name: telling.byName },
  record: record.name,
  id: row.id,
  number: row.number,
  changes,
  comment,
  item: Object.fromEntries(columns.map(({ name }) => [name, plainOf(row, name)])),
})

const plainOf = (row: AnyRow, name: string): unknown =>
  (name.startsWith('custom.') ? row.custom?.[name.slice('custom.'.length)] : row[name]) ?? null

const headlineOf = ({ why, approval, as }: Telling): Words =>
  headlines[approval && !approval.asked ? 'ended' : as ? 'put-down' : why]

/** An approval is about the verb that waits. */
function verbOf(verbs: Readonly<Record<string, Words>>, { verb, approval }: Telling): Words {
  const plain = (approval?.verb ?? verb).replace(/:private$/, '')
  return verbs[plain] ?? actWords[plain] ?? [plain, plain]
}

const inLang = (one: Template, lang: Lang): [string, string] =>
  lang === 'zh' ? [one.subjectZh, one.textZh] : [one.subjectEn, one.textEn]

type Change = [name: string, [before: unknown, after: unknown] | readonly [unknown, unknown]]

function changesIn(
  columns: readonly Column[],
  changes: readonly Change[],
  row: AnyRow,
  show: (column: Column, from: AnyRow) => string,
  lang: Lang,
): string {
  return changes
    .map(([name, [before, after]]) => {
      const column = columns.find((one) => one.name === name) as Column
      const [from, to] = [before, after].map((value) => clipped(show(column, withValue(row, name, value)), 500))
      return `${say(column.words, lang)}: ${from ? `${from} → ` : ''}${to || '—'}`
    })
    .join('\n')
}

const asRows = ([name, [before, after]]: Change): AnyRow[] =>
  [before, after].map((value) => ({ [name]: value }) as unknown as AnyRow)

const withValue = (row: AnyRow, name: string, value: unknown): AnyRow =>
  name.startsWith('custom.')
    ? { ...row, custom: { ...row.custom, [name.slice('custom.'.length)]: value } }
    : { ...row, [name]: value }

function wantedBy(columns: readonly Column[], rows: readonly AnyRow[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { name, field } of columns) {
    if (!field.to) continue
    const ids = wanted.get(field.to) ?? new Set()
    for (const id of rows.flatMap((row) => [row[name]].flat())) if (typeof id === 'string') ids.add(id)
    wanted.set(field.to, ids)
  }
  return wanted
}

function textOf(value: Shown): string {
  if (value === null) return ''
  return value.is === 'number' ? String(value.number) : value.text
}

const clipped = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const walls = new Map<string, Wall>()

function wallFor(zone: string): Wall {
  const wall = walls.get(zone) ?? wallOf(zone)
  walls.set(zone, wall)
  return wall
}
