import '../../server/tables.ts'
import { createHash } from 'node:crypto'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { get, textOf } from '../../../../platform/outgoing/http.ts'
import { Undelivered } from '../../../../platform/outgoing/sender.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { vendorBulletin } from '../../vendor-bulletin/vendor-bulletin.record.ts'
import { bulletinFeed } from '../bulletin-feed.record.ts'
import { entriesOf, type FeedEntry } from './entries.ts'

type Feed = RowOf<typeof bulletinFeed>

const timeout = 15_000
const mostCharacters = 4_000_000

/** Reads each active feed; what is new becomes a bulletin, once, whatever copies read it and however often. */
export const readFeeds: Task = async (engine) => {
  const feeds = await engine.db
    .selectFrom('bulletinFeed')
    .selectAll()
    .where('state', '=', 'active')
    .orderBy('id')
    .execute()
  for (const feed of feeds) {
    const found = await fetched(feed.url)
    if (typeof found !== 'string') await keep(engine, feed, found)
    await engine.inTx(asSystem('bulletins'), (tx) =>
      tx.update(bulletinFeed, feed.id, { readAt: tx.now, fault: typeof found === 'string' ? found : null }),
    )
  }
}

/** The entries at an address, or why there are none. */
async function fetched(url: string): Promise<FeedEntry[] | string> {
  let xml: string
  try {
    const answer = await get(url, { accept: 'application/atom+xml, application/rss+xml, application/xml' }, timeout)
    if (answer.status !== 200) return `HTTP ${answer.status}`
    xml = await textOf(answer, mostCharacters)
  } catch (error) {
    if (error instanceof Undelivered) return error.message
    throw error
  }
  try {
    return entriesOf(xml)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function keep(engine: Engine, feed: Feed, entries: readonly FeedEntry[]): Promise<void> {
  const keyed = new Map(entries.map((one) => [digestOf(feed.id, one.key), one]))
  if (keyed.size === 0) return
  await engine.inTx(asSystem('bulletins'), async (tx) => {
    await tx.lock(bulletinFeed, feed.id) // another copy that reads the same waits, and finds them there
    const known = await tx.db
      .selectFrom('vendorBulletin')
      .select('entry')
      .where('entry', 'in', [...keyed.keys()])
      .execute()
    for (const { entry } of known) keyed.delete(entry as string)
    // The oldest first, so that the newest is on top.
    for (const [entry, { title, text, url, publishedAt }] of [...keyed].reverse())
      await tx.create(vendorBulletin, {
        ...{ title, text, url, entry, feed: feed.id, supplier: feed.supplier, product: feed.product },
        publishedAt: publishedAt ?? tx.now,
      })
  })
}

const digestOf = (feed: string, key: string): string => createHash('sha256').update(`${feed} ${key}`).digest('hex')

export const readFeedsCrontab = '12,42 * * * * read-bulletin-feeds'
