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

/** Starts a run of a runbook and goes to it; where somebody was quicker, goes to theirs. */
export function useStart() {
  const text = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useCreate(run)
  const open = (number: string) => navigate({ to: `/runs/${number}` })
  const start = (runbook: string) =>
    create.mutate(
      { runbook },
      {
        onSuccess: ({ item }) => {
          void queries.invalidateQueries({ queryKey: ['call'] })
          return open(item.number)
        },
        onError: (problem) => {
          const there = problem instanceof Problem ? holderOf(problem) : undefined
          void (there ? message.info(text(problem)) : message.error(text(problem)))
          if (there) void open(there)
        },
      },
    )
  return { start, starting: create.isPending }
}

/** The run that is there already, of a refusal as duplicate. */
function holderOf({ code, more }: Problem): string | undefined {
  const holder = code === 'duplicate' ? (more['holder'] as { number?: string } | undefined) : undefined
  return holder?.number
}
