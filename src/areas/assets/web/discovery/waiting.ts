import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { Difference, Machine, Waiting } from '../../discovery/waiting.rules.ts'
import { discoveryDifference } from '../../discovery-difference/discovery-difference.record.ts'

export type Kind = Difference['kind']

/** What waits for a decision, page after page; live. */
export const useWaiting = (kind: Kind | undefined) =>
  useInfiniteQuery({
    queryKey: ['discovery-waiting', kind ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.call<Waiting>('/discovery/waiting', { query: { kind, after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    meta: { watches: [discoveryDifference.name, 'discovery'] },
  })

/** Decides one difference, and looks again at what waits. */
export function useDecide() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, verb, body }: { id: string; verb: 'accept' | 'dismiss'; body: object }) =>
      api.act(discoveryDifference, id, verb, body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['discovery-waiting'] }),
  })
}

/** The same for many, by work that is followed. */
export const useDecideMany = () =>
  useMutation({
    mutationFn: ({ ids, verb, values }: { ids: readonly string[]; verb: 'accept' | 'dismiss'; values: object }) =>
      api.call<{ work: string }>(`/${discoveryDifference.plural}/bulk`, {
        method: 'POST',
        body: { ids, verb, values },
      }),
  })

/** What can be accepted as it stands, together with others: a change, and a new machine whose category is told. */
export const isReady = ({ kind, category }: Difference): boolean =>
  kind === 'changed' || (kind === 'new' && category !== null)

export const readyIn = (machines: readonly Machine[]): string[] =>
  machines.flatMap(({ differences }) => differences.filter(isReady).map(({ id }) => id))

/** A machine in a line: what it is, by what it is known. */
export function aboutMachine({ maker, model, serial, addresses, facts }: Machine): string {
  const kind = [maker, model].filter(Boolean).join(' ')
  const size = [facts.cpu, facts.memoryGb && `${facts.memoryGb} GB`, facts.diskGb && `${facts.diskGb} GB`, facts.os]
  return [kind, serial, addresses[0], ...size].filter(Boolean).join(' · ')
}
