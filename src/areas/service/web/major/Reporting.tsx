import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Card, Input, Space } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useNow } from '../../../../web/clocks/now.ts'
import { showAgo, showInstant } from '../../../../web/format/time.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { majorIncident } from '../../major-incident/major-incident.record.ts'
import { majorScreenWords as words } from './words.ts'

interface Duty {
  readonly id: string
  readonly number: string
  readonly authority: string
  readonly authorityEn: string | null
  readonly what: string
  readonly document: string
  readonly article: string | null
  readonly verified: boolean
  readonly dueAt: string
  readonly reported: { readonly at: string; readonly by: string; readonly how: string } | null
}

interface ReportingProps {
  readonly major: RowOf<typeof majorIncident>
  readonly mayNote: boolean
}

/** Whom the law wants told, until when, whether the rule was verified, and whether they were. */
export function Reporting({ major, mayNote }: ReportingProps) {
  const say = useSay()
  const { data, error, refetch } = useCall<{ items: readonly Duty[]; refs: Refs }>(
    `/major-incidents/${major.id}/reporting`,
    {},
    ['major-incident', 'reporting-rule'],
  )
  return (
    <Card size="small" title={say(words.reporting)}>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {data && <p className="ts-quiet">{say(data.items.length === 0 ? words.noReporting : words.reportingHint)}</p>}
      <ul className="ts-plain svc-duties">
        {data?.items.map((duty) => (
          <li key={duty.id}>
            <OneDuty duty={duty} refs={data.refs} />
            {!duty.reported && mayNote && major.state !== 'stood-down' && <Note major={major.id} rule={duty.id} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OneDuty({ duty, refs }: { duty: Duty; refs: Refs }) {
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const { reported, dueAt } = duty
  const isLate = (reported?.at ?? now) > dueAt
  return (
    <>
      <div className="svc-duty">
        <Link to={`/reporting-rules/${duty.number}`} className="ts-ref">
          {lang === 'en' ? (duty.authorityEn ?? duty.authority) : duty.authority}
        </Link>
        <StateTag
          tone={duty.verified ? 'kept' : 'unknown'}
          word={say(duty.verified ? words.verified : words.notVerified)}
        />
        <span className="ts-grow" />
        {reported ? (
          <StateTag tone={isLate ? 'late' : 'kept'} word={`${say(words.reported)} ${showInstant(reported.at)}`} />
        ) : (
          <span className={isLate ? 'ts-figures is-broken' : 'ts-figures'}>
            {say(words.due)} <b>{showInstant(dueAt)}</b> {showAgo(dueAt, new Date(now), lang)}
            {isLate && ` · ${say(words.late)}`}
          </span>
        )}
      </div>
      <div className="ts-quiet">
        {duty.what} · {duty.document} {duty.article}
      </div>
      {reported && (
        <div>
          <RefLink id={reported.by} refs={refs} />: {reported.how}
        </div>
      )}
    </>
  )
}

function Note({ major, rule }: { major: string; rule: string }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [how, setHow] = useState('')
  const note = useMutation({
    mutationFn: () =>
      api.call(`/major-incidents/${major}/reported`, { method: 'POST', body: { rule, how: how.trim() } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keyOf('major-incident') })
      void queries.invalidateQueries({ queryKey: ['call', `/major-incidents/${major}/reporting`] })
    },
    onError: (problem) => message.error(text(problem)),
  })
  return (
    <Space.Compact block className="svc-note">
      <Input
        value={how}
        onChange={({ target }) => setHow(target.value)}
        placeholder={say(words.how)}
        aria-label={say(words.how)}
        maxLength={400}
      />
      <Button onClick={() => note.mutate()} loading={note.isPending} disabled={how.trim() === ''}>
        {say(words.note)}
      </Button>
    </Space.Compact>
  )
}
