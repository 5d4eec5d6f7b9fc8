import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useCreate } from '../../../../web/client/hooks.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { run } from '../../run/run.record.ts'

export const useMayStart = (): boolean => mayEver(run.access.create, useSession())

/**
 * Starts a run of a runbook and goes to it; where somebody was quicker, goes to theirs. Awaited, not called back: the
 * stream may take the button away before the answer is there, and with it whatever was to be called back.
 */
export function useStart() {
  const text = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useCreate(run)
  const start = async (runbook: string, { dry = false }: { dry?: boolean } = {}) => {
    try {
      const { item } = await create.mutateAsync({ runbook, dry })
      void queries.invalidateQueries({ queryKey: ['call'] })
      await navigate({ to: `/runs/${item.number}` })
    } catch (problem) {
      const there = holderOf(problem)
      void (there ? message.info(text(problem)) : message.error(text(problem)))
      if (there) await navigate({ to: `/runs/${there}` })
    }
  }
  return { start, starting: create.isPending }
}

/** The record that is there already, of a refusal as duplicate. */
export function holderOf(problem: unknown): string | undefined {
  if (!(problem instanceof Problem) || problem.code !== 'duplicate') return undefined
  return (problem.more['holder'] as { number?: string } | undefined)?.number
}
