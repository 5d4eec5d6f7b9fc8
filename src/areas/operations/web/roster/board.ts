import { useQueryClient } from '@tanstack/react-query'
import { useCall, useWriteOf } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import type { Hindrance } from '../../roster/generate.rules.ts'
import { roster } from '../../roster/roster.record.ts'
import type { FindingKind } from '../../roster/shape.rules.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
}

export interface BoardPattern extends Named {
  readonly mark: string
  readonly startsAt: string
  readonly endsAt: string
  readonly positions: readonly string[]
}

export interface BoardPerson {
  readonly id: string
  readonly name: string
  readonly hours: number
  readonly nights: number
  readonly fit: readonly string[]
}

export interface BoardDuty {
  readonly id: string
  readonly person: string
  readonly position: string
  readonly pattern: string | null
  readonly date: string
  readonly from: string
  readonly to: string
  readonly state: string
  readonly fixed: boolean
}

export interface BoardFinding {
  readonly kind: FindingKind
  readonly from: string
  readonly to: string
  readonly tradingDay: string | null
  readonly position: Named | null
  readonly person: { readonly id: string; readonly name: string } | null
  readonly have: number
  readonly want: number
}

export interface BoardDay {
  readonly date: string
  readonly trades: boolean | null
  readonly patterns: readonly string[]
}

/** A roster as `GET /api/rosters/{id}/board` draws it. */
export interface Board {
  readonly days: readonly BoardDay[]
  readonly patterns: readonly BoardPattern[]
  readonly positions: readonly (Named & { readonly part: string })[]
  readonly people: readonly BoardPerson[]
  readonly duties: readonly BoardDuty[]
  readonly away: readonly { readonly person: string; readonly from: string; readonly to: string }[]
  readonly findings: readonly BoardFinding[]
}

/** What filling a roster came to. */
export interface Filled {
  readonly filled: number
  readonly kept: number
  readonly findings: number
  readonly unfilled: readonly {
    readonly date: string
    readonly pattern: string
    readonly position: string
    readonly why: Readonly<Partial<Record<Hindrance, number>>>
  }[]
}

export const useBoard = (id: string) =>
  useCall<Board>(`/rosters/${id}/board`, {}, ['duty', 'leave', 'roster', 'person', 'duty-position', 'shift-pattern'])

/** Writes to a roster by its acts; its page and its board follow. */
export function useRosterAct(id: string) {
  const queries = useQueryClient()
  const write = useWriteOf<Filled>(roster, id)
  const act = async (path: string, body: object = {}): Promise<Filled> => {
    const answer = await write.mutateAsync({ path, body })
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['call', `/rosters/${id}/board`] }),
      queries.invalidateQueries({ queryKey: keyOf(roster.name, 'item') }),
    ])
    return answer
  }
  return { act, isPending: write.isPending }
}

/** A place somebody may be put in on a day. */
export interface Option {
  readonly pattern: BoardPattern
  readonly position: Named
}

/** In the order of the digits that choose them. */
export const optionsOf = ({ patterns, positions }: Board, day: BoardDay): Option[] =>
  patterns
    .filter(({ id }) => day.patterns.includes(id))
    .flatMap((pattern) =>
      pattern.positions.flatMap((id) => {
        const position = positions.find((one) => one.id === id)
        return position ? [{ pattern, position }] : []
      }),
    )
