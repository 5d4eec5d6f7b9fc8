import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useCreate } from '../../../../web/client/hooks.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { run } from '../../run/run.record.ts'
import type { Given, Parameter } from '../../runbook/parameter.rules.ts'

/** What a runbook asks before a run of it begins, and the components one may mean. */
export interface Asks {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly parameters: readonly Parameter[]
  readonly components: readonly { readonly code: string; readonly name: string }[]
}

interface Wanted {
  readonly dry?: boolean
  readonly parameters?: Given
}

export const useMayStart = (): boolean => mayEver(run.access.create, useSession())

/**
 * Begins a run of a runbook and goes to it; where somebody was quicker, goes to theirs. Answers what kept it from beginning. Awaited, not
 * called back: the stream may take the button away before the answer is there, and with it whatever was to be called back.
 */
export function useBegin() {
  const text = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useCreate(run)
  const begin = async (runbook: string, { dry = false, parameters = {} }: Wanted = {}): Promise<unknown> => {
    try {
      const { item } = await create.mutateAsync({ runbook, dry, parameters })
      void queries.invalidateQueries({ queryKey: ['call'] })
      await navigate({ to: `/runs/${item.number}` })
      return undefined
    } catch (problem) {
      const there = holderOf(problem)
      void (there ? message.info(text(problem)) : message.error(text(problem)))
      if (there) await navigate({ to: `/runs/${there}` })
      return problem
    }
  }
  return { begin, beginning: create.isPending }
}

/** Starts a run of a runbook; where it asks for something, that is asked first, on a page of its own. */
export function useStart() {
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { begin, beginning } = useBegin()
  const [asking, setAsking] = useState(false)
  const start = async (runbook: string, { dry = false }: { dry?: boolean } = {}) => {
    setAsking(true)
    try {
      const { number, parameters } = await api.call<Asks>(`/runbooks/${runbook}/asks`)
      if (parameters.length === 0) await begin(runbook, { dry })
      else await navigate({ to: `/runbooks/${number}/start`, search: (dry ? { dry: 1 } : {}) as never })
    } catch (problem) {
      void message.error(text(problem))
    } finally {
      setAsking(false)
    }
  }
  return { start, starting: asking || beginning }
}

/** The record that is there already, of a refusal as duplicate. */
export function holderOf(problem: unknown): string | undefined {
  if (!(problem instanceof Problem) || problem.code !== 'duplicate') return undefined
  return (problem.more['holder'] as { number?: string } | undefined)?.number
}
