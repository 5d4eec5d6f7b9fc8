import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { api } from '../../../../web/client/api.ts'
import { useAct } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { alarm } from '../../alarm/alarm.record.ts'
import { alarmScreenWords } from './words.ts'

/** May this person lay hand on alarms at all? */
export const useMayTake = (): boolean => mayEver(alarm.transitions.acknowledge.allow, useSession())

/**
 * Acknowledges an alarm; what shows it follows at once. No version goes along: an alarm that goes on counting is still
 * the one to take.
 */
export function useTake({ id }: { id: string }) {
  const text = useProblemText()
  const { message } = App.useApp()
  const fresh = useFreshen()
  const act = useAct(alarm, id)
  const take = () =>
    act.mutate({ verb: 'acknowledge' }, { onSettled: fresh, onError: (problem) => message.error(text(problem)) })
  return { take, taking: act.isPending }
}

/** Opens an incident from an alarm, or joins the one that is open for its component, and goes there. */
export function useOpenIncident(id: string) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const fresh = useFreshen()
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      api.call<{ incident: string; joined: boolean }>(`/${alarm.plural}/${id}/open-incident`, {
        method: 'POST',
        body: { join: true },
      }),
    onSuccess: ({ incident, joined }) => {
      fresh()
      if (joined) void message.info(say(alarmScreenWords.joined))
      return navigate({ to: `/incidents/${incident}` })
    },
    onError: (problem) => message.error(text(problem)),
  })
  return { openIncident: () => mutate(), opening: isPending }
}

/** One's own act shows without waiting for the stream. */
export function useFreshen() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['call'] })
    void queries.invalidateQueries({ queryKey: keyOf(alarm.name) })
  }
}
