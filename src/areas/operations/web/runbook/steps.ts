import { useQuery } from '@tanstack/react-query'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { api } from '../../../../web/client/api.ts'
import { useItem } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { component } from '../../component/component.record.ts'
import { probe } from '../../probe/probe.record.ts'
import { reversed } from '../../runbook/mirror.rules.ts'
import type { Parameter } from '../../runbook/parameter.rules.ts'
import { runbook } from '../../runbook/runbook.record.ts'
import type { Step } from '../../runbook/step.rules.ts'

export type RunbookRow = RowOf<typeof runbook>

export interface FoundSteps {
  readonly steps: readonly Step[]
  /** What a run asks for. */
  readonly parameters: readonly Parameter[]
  /** The edition whose reverse they are; null where there is none in force. */
  readonly original?: { readonly number: string; readonly title: string; readonly titleEn: string | null } | null
}

/** The steps of a runbook as they would be carried out: its own, or the reverse of the one it mirrors; live. */
export function useSteps(row: RunbookRow): { data: FoundSteps | undefined; error: unknown; refetch: () => void } {
  const found = useQuery({
    queryKey: keyOf('runbook', 'list', { code: row.mirrors, state: 'effective' }),
    queryFn: ({ signal }) => api.list(runbook, { code: row.mirrors ?? '', state: 'effective', limit: '1' }, signal),
    enabled: row.mirrors !== null,
  })
  const refetch = () => void found.refetch()
  if (row.mirrors === null) return { data: row, error: undefined, refetch }
  if (!found.data) return { data: undefined, error: found.error, refetch }
  const original = found.data.items[0] ?? null
  const { steps = [], parameters = [] } = original ?? {}
  return { data: { steps: reversed(steps), parameters, original }, error: undefined, refetch }
}

/** A runbook by its number, as its page has it. */
export const useRunbook = (key: string) => useItem(runbook, key)

/** Everything that steps name by code or number, to be chosen from and called by name. */
export interface Named {
  readonly components: readonly { code: string; name: string; number: string; actions: readonly string[] }[]
  readonly probes: readonly { number: string; name: string; component: string }[]
  readonly posts: readonly { code: string; name: string; number: string }[]
  /** Those in force, which a step may stand for. */
  readonly runbooks: readonly { code: string; title: Words; number: string; parameters: readonly Parameter[] }[]
}

const most = '200'

/** Components, probes and posts that steps may name; live. */
export const useNamed = () =>
  useQuery({
    queryKey: ['call', 'named-by-steps'],
    queryFn: async ({ signal }): Promise<Named> => {
      const [components, probes, posts, books] = await Promise.all([
        all(component, signal),
        all(probe, signal),
        api.call<{ items: { code: string; name: string; number: string }[] }>('/posts', {
          query: { limit: most },
          signal,
        }),
        api.list(runbook, { state: 'effective', limit: most }, signal),
      ])
      const nameOf = new Map(components.map(({ id, name }) => [id, name]))
      return {
        components: components.map(({ code, name, number, actions }) => ({
          code,
          name,
          number,
          actions: actions.map(({ verb }) => verb),
        })),
        probes: probes.map(({ number, name, component: of }) => ({ number, name, component: nameOf.get(of) ?? '' })),
        posts: posts.items.map(({ code, name, number }) => ({ code, name, number })),
        runbooks: books.items.map(({ code, title, titleEn, number, parameters }) => ({
          code,
          title: [title, titleEn ?? title],
          number,
          parameters,
        })),
      }
    },
    meta: { watches: ['component', 'probe', 'post', 'runbook'] },
  })

/** All rows of a record that are not retired, page after page. */
async function all<R extends typeof component | typeof probe>(record: R, signal: AbortSignal): Promise<RowOf<R>[]> {
  const rows: RowOf<R>[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof api.list<R>>> = await api.list(
      record,
      { limit: most, ...(after ? { after } : {}) },
      signal,
    )
    rows.push(...(page.items as unknown as RowOf<R>[]))
    after = page.next
  }
  return rows.filter(({ state }) => state !== 'retired')
}
