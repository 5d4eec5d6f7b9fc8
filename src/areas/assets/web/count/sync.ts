import { api } from '../../../../web/client/api.ts'
import { kept, type Line, type Mine, type Seen, type Take } from './kept.ts'

const atOnce = 50
/** What commits late may have begun before what was seen: it is asked for once more; milliseconds. */
const overlapMs = 30_000

interface Answer {
  readonly state: string
  readonly items: readonly (Pick<Mine, 'key' | 'why' | 'name' | 'result' | 'others'> & {
    readonly outcome: 'kept' | 'already' | 'late' | 'refused'
  })[]
}

/** Fetches the stocktake and, once, its list, and keeps both. Refuses with a `Problem`. */
export async function fetchTake(
  number: string,
  lines: readonly Line[],
): Promise<{ take: Take; lines: readonly Line[] }> {
  const take = await api.call<Take>(`/stocktaking/${number}`)
  await kept.keepTake(take)
  if (take.mode === 'blind' || lines.length === take.expected) return { take, lines }
  const all: Line[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query: Record<string, string> = after ? { after } : {}
    const page: { items: Line[]; next: string | null } = await api.call(`/stocktaking/${number}/lines`, { query })
    await kept.keepLines(number, page.items)
    all.push(...page.items)
    after = page.next
  }
  return { take, lines: all }
}

/** What others have counted since, and how the stocktake stands; answers also from when to ask the next time. */
export async function fetchSeen(
  number: string,
  since?: string,
): Promise<{ seen: readonly Seen[]; until: string; state: string }> {
  const { now, state, items } = await api.call<{ now: string; state: string; items: Seen[] }>(
    `/stocktaking/${number}/seen`,
    {
      query: { since },
    },
  )
  await kept.keepSeen(number, items)
  return { seen: items, state, until: new Date(Date.parse(now) - overlapMs).toISOString() }
}

/** Sends what waits, some at once, and keeps what was answered of each; answers how the stocktake stands. Refuses with a `Problem`; what was answered stays answered. */
export async function send(
  take: Take,
  waiting: readonly Mine[],
  device: string,
  heard: (counts: Mine[]) => void,
): Promise<string> {
  let stands = take.state
  for (let from = 0; from < waiting.length; from += atOnce) {
    const some = waiting.slice(from, from + atOnce)
    const counts = some.map(({ key, tag, place, holder, note, countedAt }) => ({
      key,
      tag,
      place,
      holder,
      note,
      countedAt,
    }))
    const body = { stocktake: take.id, device, sentAt: new Date().toISOString(), counts }
    const { items, state } = await api.call<Answer>('/stocktaking/counts', { method: 'POST', body })
    const answered = items.flatMap(({ key, outcome, ...told }) => {
      const one = some.find((count) => count.key === key)
      return one ? [{ ...one, ...told, status: outcome === 'already' ? ('kept' as const) : outcome }] : []
    })
    await kept.keepMine(answered)
    heard(answered)
    stands = state
  }
  return stands
}
