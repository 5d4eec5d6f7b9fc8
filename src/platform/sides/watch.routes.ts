import { z } from 'zod'
import { me } from '../http/gate.ts'
import { answers, listed, params, type Side } from './side.ts'
import { startWatching, stopWatching, watchersOf } from './watch.ts'

const watchSchema = z.object({
  watching: z.boolean(),
  /** Why, and since when; null while they do not. */
  why: z.enum(['self', 'created', 'assigned', 'mentioned', 'commented']).nullable(),
  since: z.iso.datetime().nullable(),
  watchers: z.int(),
})

/** Watching a record, or stopping to. Why somebody watches is told to nobody else: a private note may be the reason. */
export function watchRoutes({ app, engine, record, at, tags, row, people }: Side): void {
  const watcherSchema = z.object({ person: z.uuid(), since: z.iso.datetime() })
  const all = { schema: { tags, params, response: { 200: listed(watcherSchema), ...answers } } }
  app.get(`${at}/watchers`, all, async (request) => {
    const { id } = await row(request)
    const items = await watchersOf(engine.db, record, id)
    const ids = items.map(({ person }) => person)
    return { items: items.map(({ person, since }) => ({ person, since })), refs: await people(request, ids) }
  })
  if (record.appendOnly) return

  const own = async (id: string, person: string) => {
    const watchers = await watchersOf(engine.db, record, id)
    const mine = watchers.find((one) => one.person === person)
    return {
      watching: mine !== undefined,
      why: mine?.why ?? null,
      since: mine?.since ?? null,
      watchers: watchers.length,
    }
  }
  const response = { 200: watchSchema, ...answers }
  app.get(`${at}/watch`, { schema: { tags, params, response } }, async (request) => {
    const { id } = await row(request)
    return own(id, me(request).person.id)
  })
  app.put(`${at}/watch`, { schema: { tags, params, body: z.strictObject({}), response } }, async (request) => {
    const { id } = await row(request)
    const { person } = me(request)
    await engine.inTx(person, (tx) => startWatching(tx, record, id, person.id))
    return own(id, person.id)
  })
  app.delete(`${at}/watch`, { schema: { tags, params, response } }, async (request) => {
    const { id } = await row(request)
    const { person } = me(request)
    await engine.inTx(person, (tx) => stopWatching(tx, record, id, person.id))
    return own(id, person.id)
  })
}
