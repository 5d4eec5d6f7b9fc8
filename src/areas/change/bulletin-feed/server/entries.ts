import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** An entry of a feed, RSS 2.0 or Atom (RFC 4287), as plain text. */
export interface FeedEntry {
  /** What makes it the same entry again. */
  readonly key: string
  readonly title: string
  readonly text: string | null
  readonly url: string | null
  readonly publishedAt: string | null
}

/** Read at most of one feed. */
const most = 200

/** Throws an `Error` with a sentence where it is no feed. Entities of a document’s own are refused: nothing is looked up. */
export function entriesOf(xml: string): FeedEntry[] {
  const found: Record<string, string>[] = []
  const path: string[] = []
  let isFeed = false
  const parser = new SaxesParser({ position: false })
  parser.on('error', (error) => {
    throw new Error(`Not XML: ${error.message.slice(0, 200)}`)
  })
  parser.on('doctype', () => {
    throw new Error('The document carries a document type, which no feed needs')
  })
  parser.on('opentag', (tag) => {
    const { name, attributes } = tag as SaxesTagPlain
    path.push(bare(name))
    if (path.length === 1) isFeed = ['rss', 'feed', 'RDF'].includes(bare(name))
    if (bare(name) === 'item' || bare(name) === 'entry') found.push({})
    const entry = inEntry(path) ? found.at(-1) : undefined
    const { href, rel = 'alternate' } = attributes
    if (entry && bare(name) === 'link' && href && rel === 'alternate') entry['link'] = href
  })
  const take = (text: string) => {
    const entry = inEntry(path) ? found.at(-1) : undefined
    const name = path.at(-1)
    if (entry && name) entry[name] = (entry[name] ?? '') + text
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    path.pop()
  })
  parser.write(xml).close()
  if (!isFeed) throw new Error('Neither RSS nor Atom')
  return found.slice(0, most).flatMap(entryOf)
}

/** A child of an entry, not something deeper within it. */
const inEntry = (path: readonly string[]): boolean => ['item', 'entry'].includes(path.at(-2) ?? '')

function entryOf(said: Readonly<Record<string, string>>): FeedEntry[] {
  const title = plain(said['title'] ?? '').slice(0, 200)
  const url = said['link']?.trim() || null
  const key = (said['guid'] ?? said['id'] ?? url ?? title).trim()
  if (title === '' || key === '') return []
  const at = Date.parse(said['pubDate'] ?? said['published'] ?? said['updated'] ?? said['date'] ?? '')
  return [
    {
      ...{ key, title, url: url && url.length <= 500 ? url : null },
      text:
        plain(said['encoded'] ?? said['content'] ?? said['description'] ?? said['summary'] ?? '').slice(0, 20_000) ||
        null,
      publishedAt: Number.isNaN(at) ? null : new Date(at).toISOString(),
    },
  ]
}

/** Without the tags and the commonest references of the HTML that vendors put in. */
const plain = (html: string): string =>
  html
    .replaceAll(/<(br|\/p|\/li|\/div)[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (_all, name: string) => references[name] ?? '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

const references: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
