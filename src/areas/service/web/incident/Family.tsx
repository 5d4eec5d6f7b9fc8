import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { toneOf, useParts } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { incident } from '../../incident/incident.record.ts'
import { incidentWords } from '../../incident/incident.words.ts'
import { incidentScreenWords as words } from './words.ts'

/** The parts of an incident and those merged into it; a resolved whole offers to resolve its parts. */
export function Family({ entry, row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const { areas } = useParts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const parts = useItems({ parent: row.id })
  const twins = useItems({ duplicateOf: row.id })
  const resolve = useMutation({
    mutationFn: () => api.call(`/incidents/${row.id}/resolve-parts`, { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf('incident') }),
    onError: (problem) => message.error(text(problem)),
  })
  const line = ({ id, number, title, state }: (typeof parts)[number]) => (
    <li key={id}>
      <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(incidentWords.states[state])} />
      <Link to={`/incidents/${number}`} className="ts-ref">
        {number} {title}
      </Link>
    </li>
  )
  const open = parts.filter(({ state }) => state !== 'resolved' && state !== 'closed')
  return (
    <>
      {parts.length > 0 && (
        <section className="svc-family">
          <h2>{say(words.parts)}</h2>
          <ul className="ts-plain">{parts.map(line)}</ul>
          {row.state === 'resolved' && open.length > 0 && (
            <Button size="small" onClick={() => resolve.mutate()} loading={resolve.isPending}>
              {say(words.resolveParts)}
            </Button>
          )}
        </section>
      )}
      {twins.length > 0 && (
        <section className="svc-family">
          <h2>{say(words.twins)}</h2>
          <ul className="ts-plain">{twins.map(line)}</ul>
        </section>
      )}
    </>
  )
}

const useItems = (query: Readonly<Record<string, string>>) =>
  useList(incident, { ...query, limit: '50' }).data?.pages.flatMap(({ items }) => items) ?? []
