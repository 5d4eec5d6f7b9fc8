import { useQuery } from '@tanstack/react-query'
import type { RowOf } from '../../../../record/record.ts'
import type { Lang, Words } from '../../../../record/words.ts'
import { api } from '../../../../web/client/api.ts'
import type { CanDo, Refs, Row } from '../../../../web/client/types.ts'
import type { run } from '../../run/run.record.ts'
import type { Usual } from '../../run/usual.rules.ts'
import type { runStep } from '../../run-step/run-step.record.ts'
import type { Shown } from '../../runbook/parameter.rules.ts'

type Can = Readonly<Record<string, true | { readonly code: string; readonly text: Words }>>

/** One try of a command on one component, with the end of what it said so far. */
export interface Attempt {
  readonly id: string
  readonly n: number
  readonly round: number
  readonly component: string
  readonly componentCode: string
  readonly action: string
  readonly state: 'queued' | 'launched' | 'ended'
  readonly outcome: string | null
  readonly exitCode: number | null
  readonly launchedAt: string | null
  readonly endedAt: string | null
  readonly output: string
}

/** What the step's probe said last, and whether the step expects that. */
export interface LiveReading {
  readonly at: string
  readonly outcome: 'up' | 'slow' | 'down'
  readonly ms: number
  readonly note: string
  readonly agrees: boolean
}

export type BoardStep = RowOf<typeof runStep> & {
  readonly can: Can
  readonly blockers: readonly { readonly code: string; readonly text: Words }[]
  readonly reading: LiveReading | null
  readonly attempts: readonly Attempt[]
  readonly usual: Usual | null
}

export interface Board {
  readonly run: RowOf<typeof run> & { readonly can: Can }
  readonly parameters: readonly Shown[]
  readonly steps: readonly BoardStep[]
  readonly progress: { readonly settled: number; readonly total: number }
  readonly refs: Refs
}

const outputMs = 1_000
const readingMs = 5_000

/** All that the screen of a run shows. Events bring changes at once; output and readings are no changes and are fetched. */
export const useBoard = (id: string) =>
  useQuery({
    queryKey: ['call', `/runs/${id}/board`],
    queryFn: ({ signal }) => api.call<Board>(`/runs/${id}/board`, { signal }),
    meta: { watches: ['run', 'run-step'] },
    refetchInterval: ({ state }) => (state.data ? paceOf(state.data) : false),
  })

/** How soon to look again, in milliseconds: often while a command speaks, not at all once the run has ended. */
export function paceOf({ run: { state }, steps }: Pick<Board, 'run' | 'steps'>): number | false {
  if (state !== 'in-progress') return false
  return steps.some((step) => step.attempts.some((one) => one.state !== 'ended')) ? outputMs : readingMs
}

/** A row of the board as the generic parts of the app take it: reasons in one language. */
export function rowIn(row: { readonly can: Can }, lang: Lang): Row {
  const can: CanDo = Object.fromEntries(
    Object.entries(row.can).map(([verb, may]) => [
      verb,
      may === true ? true : { code: may.code, detail: may.text[lang === 'zh' ? 0 : 1] },
    ]),
  )
  return { ...row, can } as unknown as Row
}
