import { sql } from 'kysely'
import { approvalLink } from '../../../platform/approval/link.ts'
import type { Task } from '../../../platform/area.ts'
import { columnsOf } from '../../../platform/db/columns.ts'
import type { Engine } from '../../../platform/engine.ts'
import { tellPerson } from '../../../platform/events/personal.ts'
import { address } from '../../../platform/settings/house.ts'
import { readersAmong } from '../../../platform/sides/readers.ts'
import { watchersOf } from '../../../platform/sides/watch.ts'
import type { Tx } from '../../../platform/tx.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type AnyRecord, type AnyRow, tableOf } from '../../../record/record.ts'
import { mustBeDay } from '../../../record/time.ts'
import type { Lang } from '../../../record/words.ts'
import { type ZoneClock, zoneClock } from '../../../record/zone.ts'
import { type Outgoing, queueMessages } from '../message/server/queue.ts'
import { type Telling, whys } from '../telling.rules.ts'
import { dueOf, type Wishes } from '../wishes.rules.ts'
import { compose, type Matter, type Said, type Template, templatesInUse } from './compose.ts'
import { type Addresses, addressesOf, reachesBy, type Way, waysOf } from './receivers.ts'
import { wishesOf } from './wishes.ts'

/** What telling rests on, read once. */
interface Desk {
  readonly engine: Engine
  readonly tx: Tx
  readonly templates: readonly Template[]
  readonly ways: readonly Way[]
  readonly zone: ZoneClock
  /** Who was told of this thing already, for a stronger reason. */
  readonly told: Set<string>
}

/**
 * Tells of one thing: in the app, and by whatever way each wishes. Who reads it now is told, and nobody else. Done again after a
 * crash it repeats nothing.
 */
export const tellTask: Task = async (engine, { tellings }: { tellings: readonly Telling[] }) => {
  const first = tellings[0] as Telling
  const { record } = engine.registry.get(first.record)
  await engine.inTx(asSystem('notify'), async (tx) => {
    const row = await rowOf(tx, record, first.id)
    if (!row) return
    const [templates, ways] = await Promise.all([templatesInUse(tx.db), waysOf(tx.db)])
    const zone = zoneClock(engine.zone, mustBeDay('2000-01-01'), mustBeDay('2099-12-31'))
    const desk = { engine, tx, templates, ways, zone, told: new Set<string>() }
    for (const telling of [...tellings].sort((a, b) => whys.indexOf(a.why) - whys.indexOf(b.why)))
      await tellOne(desk, telling, record, row)
  })
}

async function rowOf(tx: Tx, record: AnyRecord, id: string): Promise<AnyRow | undefined> {
  const { rows } = await sql<AnyRow>`select ${sql.raw(columnsOf(record).select)} from ${sql.table(tableOf(record))}
    where id = ${id}`.execute(tx.db.withoutPlugins())
  return rows[0]
}

async function tellOne(desk: Desk, telling: Telling, record: AnyRecord, row: AnyRow): Promise<void> {
  const { engine, tx } = desk
  const comment = telling.comment === undefined ? null : await commentOf(tx, telling.comment)
  const matter: Matter = { telling, record, row, comment: comment?.text ?? null, address: engine.settings.get(address) }
  const isPrivate = comment?.private ?? /:private$/.test(telling.verb)
  const readers = await readersOf(desk, telling, record, row, isPrivate)
  const [addresses, wishes] = await Promise.all([
    addressesOf(
      tx.db,
      tx.directory,
      readers.map(({ id }) => id),
    ),
    wishesOf(
      tx.db,
      readers.map(({ id }) => id),
    ),
  ])
  const messages: Outgoing[] = []
  for (const person of readers) {
    desk.told.add(person.id)
    const path = telling.approval && (await approvalPath(tx, telling.approval, person.id))
    const say = (lang: Lang) =>
      compose(engine, desk.templates, matter, { person, lang, inPublic: false, ...(path && { path }) })
    const said = { zh: await say('zh'), en: await say('en') }
    await note(tx, telling, row, person, said)
    const reached = { person, wishes: wishes(person.id), addresses: addresses.get(person.id), said: said[person.lang] }
    messages.push(...lettersTo(desk, telling, row, reached))
  }
  if (telling.rule && !isPrivate) messages.push(...(await publicLetters(desk, telling, matter)))
  await queueMessages(tx, messages)
}

/** An asked person's way to decide from a mail; whoever asked looks at the approval itself. */
const approvalPath = (
  tx: Tx,
  { id, asked }: NonNullable<Telling['approval']>,
  person: string,
): Promise<string> | string => (asked ? approvalLink(tx.db, { approval: id, person }, tx.now) : `/approvals/${id}`)

const commentOf = async (tx: Tx, id: string) =>
  (await tx.db.selectFrom('comment').select(['text', 'private']).where('id', '=', id).executeTakeFirst()) ?? null

/** Whom it concerns and who may read it now, without whoever did it and whom it was told already. */
async function readersOf(
  desk: Desk,
  telling: Telling,
  record: AnyRecord,
  row: AnyRow,
  isPrivate: boolean,
): Promise<PersonActor[]> {
  const { engine, tx, told } = desk
  const watching = telling.watchers ? await watchersOf(tx.db, record, row.id) : []
  const meant = telling.who ? await engine.directory.people(tx.db, telling.who) : []
  const own =
    telling.rule?.author && meant.length === 0 && publicWays(desk, telling).length === 0 ? [telling.rule.author] : []
  const all = new Set([...telling.people, ...meant, ...own, ...watching.map(({ person }) => person)])
  const ids = [...all].filter((id) => id !== telling.by && !told.has(id))
  // Whoever is asked to decide need not be able to read the record.
  if (telling.approval) return engine.directory.actors(tx.db, ids, 'told')
  return readersAmong(engine, tx.db, ids, { record, row, isPrivate })
}

/** Puts it under the person's bell, unless it lies there already. */
async function note(
  tx: Tx,
  { key, why, at, by }: Telling,
  row: AnyRow,
  person: PersonActor,
  said: { readonly zh: Said; readonly en: Said },
): Promise<void> {
  const id = tx.newId()
  const { numInsertedOrUpdatedRows: made } = await tx.db
    .insertInto('notice')
    .values({
      id,
      person: person.id,
      at,
      why,
      number: row.number,
      text: JSON.stringify([said.zh.headline, said.en.headline]) as never,
      path: said.zh.path.replace(/\?.*/, ''),
      by,
      key,
      readAt: null,
    })
    .onConflict((one) => one.columns(['person', 'key']).doNothing())
    .executeTakeFirst()
  if (made) await tellPerson(tx.db, { person: person.id, record: 'notice', id })
}

interface Reached {
  readonly person: PersonActor
  readonly wishes: Wishes
  readonly addresses: Addresses | undefined
  readonly said: Said
}

/** What goes out to one person: through the ways of the rule, or their own. */
function lettersTo(
  desk: Desk,
  telling: Telling,
  row: AnyRow,
  { person, wishes, addresses, said }: Reached,
): Outgoing[] {
  const { tx, ways, zone } = desk
  const chosen = telling.rule && telling.rule.through.length > 0 ? telling.rule.through : null
  const urgent = telling.rule?.urgent ?? telling.urgent ?? false
  const own =
    ways.find(({ id }) => id === wishes.through) ??
    ways.find((way) => way.state === 'in-use' && reachesBy(way) === 'email')
  // A rule's own way is meant: that somebody wants no mail of rules does not silence it.
  const wish =
    chosen && wishes.when[telling.why] === 'never'
      ? { ...wishes, when: { ...wishes.when, [telling.why]: 'now' as const } }
      : wishes
  const due = dueOf(wish, telling.why, urgent, tx.now, zone)
  if (due === null) return []
  return (chosen ? ways.filter(({ id }) => chosen.includes(id)) : own ? [own] : []).flatMap((way) => {
    const by = reachesBy(way)
    const address = by === null ? null : addresses?.[by]
    if (!address) return []
    const letter = letterOf(telling, row, said, way, desk)
    const source = `${telling.key}:${person.id}:${way.id}`
    return [{ ...letter, source, person: person.id, address, lang: person.lang, urgent, due }]
  })
}

const letterOf = ({ key, why }: Telling, row: AnyRow, said: Said, way: Way, { engine }: Desk) => ({
  channel: way.id,
  why,
  subject: said.subject,
  text: said.text,
  link: engine.settings.get(address) + said.path,
  event: said.event,
  about: { record: String(said.event['record']), id: row.id },
  source: `${key}:${way.id}`,
})

/** The robots and machines that a rule tells. */
const publicWays = ({ ways }: Desk, { rule }: Telling): Way[] =>
  ways.filter((way) => rule?.through.includes(way.id) && reachesBy(way) === null)

/** What goes to robots and machines: as whoever made the rule may read it, without what is secret to some. */
async function publicLetters(desk: Desk, telling: Telling, matter: Matter): Promise<Outgoing[]> {
  const { engine, tx, templates } = desk
  const mine = publicWays(desk, telling)
  if (mine.length === 0) return []
  const rule = await tx.db
    .selectFrom('noticeRule')
    .select(['createdBy', 'lang'])
    .where('id', '=', telling.rule?.id ?? '')
    .executeTakeFirst()
  const [author] = await readersAmong(engine, tx.db, rule?.createdBy ? [rule.createdBy] : [], matter)
  if (!author || !rule) return []
  const said = await compose(engine, templates, matter, { person: author, lang: rule.lang, inPublic: true })
  const urgent = telling.rule?.urgent ?? false
  return mine.map((way) => ({
    ...letterOf(telling, matter.row, said, way, desk),
    address: way.name,
    lang: rule.lang,
    urgent,
  }))
}
