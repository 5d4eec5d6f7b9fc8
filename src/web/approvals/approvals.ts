import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnyRecord } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import type { PasskeyOptions } from '../account/passkey.ts'
import { api } from '../client/api.ts'
import { keyOf } from '../client/live.ts'
import type { Refs } from '../client/types.ts'
import type { Tone } from '../plugin.ts'

export type ApprovalState = 'pending' | 'approved' | 'refused' | 'void' | 'withdrawn' | 'failed'
export type Standing = 'waiting' | 'open' | 'agreed' | 'refused' | 'ended'
export type Mine = 'waiting' | 'requested' | 'done'

/** One line of a list, as `GET /api/approvals` gives it. */
export interface Brief {
  readonly id: string
  readonly record: string
  readonly recordId: string
  readonly number: string
  readonly label: string
  readonly verb: string
  readonly state: ApprovalState
  readonly step: number
  readonly steps: readonly { readonly name: Words; readonly sign: boolean }[]
  readonly requestedBy: string
  readonly requestedAt: string
  readonly endedAt: string | null
  readonly reason: string | null
  readonly digest: string
  /** In whose place this person would speak. */
  readonly forPerson?: string | null
}

export interface Step {
  readonly name: Words
  readonly need: 'any' | 'all' | 'quorum'
  readonly count: number | null
  readonly sign: boolean
  readonly standing: Standing
  readonly escalateAt: string | null
  readonly asked: readonly {
    readonly person: string
    readonly escalated: boolean
    readonly deputies: readonly string[]
  }[]
  readonly votes: readonly {
    readonly person: string
    readonly forPerson: string
    readonly vote: 'agree' | 'refuse'
    readonly note: string | null
    readonly at: string
    readonly via: string
  }[]
}

/** How one stands: its steps, and what this person may do. */
export interface Course extends Omit<Brief, 'steps' | 'forPerson'> {
  readonly rule: { readonly id: string; readonly name: string }
  readonly endedBy: string | null
  readonly steps: readonly Step[]
  readonly may: {
    readonly decide: true | { readonly code: string; readonly detail: string }
    readonly withdraw: boolean
  }
}

export interface Whole extends Course {
  readonly given: Readonly<Record<string, unknown>>
  readonly shown: Readonly<Record<string, unknown>>
}

interface Page {
  readonly items: readonly Brief[]
  readonly next: string | null
  readonly count: { readonly value: number; readonly atLeast: boolean }
  readonly refs: Refs
}

const key = ['approvals']
const meta = { watches: ['approval'] }

/** A person's approvals, page after page; live. */
export const useMine = (mine: Mine) =>
  useInfiniteQuery({
    queryKey: [...key, mine],
    queryFn: ({ pageParam, signal }) =>
      api.call<Page>('/approvals', { query: { mine, limit: '20', after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    meta,
  })

/** How many wait for this person; undefined while unknown. */
export const useWaitingCount = (): number | undefined => useMine('waiting').data?.pages[0]?.count.value

/** One approval with what is asked; live. */
export const useApproval = (id: string) =>
  useQuery({
    queryKey: [...key, 'one', id],
    queryFn: ({ signal }) => api.call<{ item: Whole; refs: Refs }>(`/approvals/${id}`, { signal }),
    meta,
  })

/** What was asked for on a record, newest first; live. */
export const useApprovalsOf = ({ name, plural }: AnyRecord, id: string) =>
  useQuery({
    queryKey: keyOf(name, 'of', id, 'approvals'),
    queryFn: ({ signal }) => api.call<{ items: Course[]; refs: Refs }>(`/${plural}/${id}/approvals`, { signal }),
    meta,
  })

/** What a person says to an approval, or takes back; whatever shows it follows at once. */
export function useDecide({ id, record, recordId }: Pick<Brief, 'id' | 'record' | 'recordId'>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ say, body }: { say: 'agree' | 'refuse' | 'withdraw'; body: object }) =>
      api.call<{ item: Whole; refs: Refs }>(`/approvals/${id}/${say}`, { method: 'POST', body }),
    onSuccess: (answer) => queries.setQueryData([...key, 'one', id], answer),
    // Also when it was refused: somebody else may have been first.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: keyOf(record, 'of', recordId) }),
        queries.invalidateQueries({ queryKey: keyOf(record, 'item') }),
        queries.invalidateQueries({ queryKey: keyOf(record, 'list') }),
      ]),
  })
}

/** A challenge for the person's passkey that names what they agree to; null where they have none. */
export const askToSign = ({ id, digest }: Pick<Brief, 'id' | 'digest'>) =>
  api.call<{ passkey: PasskeyOptions | null }>(`/approvals/${id}/signing`, { method: 'POST', body: { digest } })

export const stateTones: Readonly<Record<ApprovalState, Tone>> = {
  pending: 'progress',
  approved: 'kept',
  refused: 'broken',
  void: 'ended',
  withdrawn: 'ended',
  failed: 'broken',
}

export const standingTones: Readonly<Record<Standing, Tone>> = {
  waiting: 'start',
  open: 'progress',
  agreed: 'kept',
  refused: 'broken',
  ended: 'ended',
}
