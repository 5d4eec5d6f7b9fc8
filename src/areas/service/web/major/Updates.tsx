import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useCreate, useList } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import { useNow } from '../../../../web/clocks/now.ts'
import { showAgo, showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { incidentUpdate } from '../../incident-update/incident-update.record.ts'
import { incidentUpdateWords } from '../../incident-update/incident-update.words.ts'
import type { majorIncident } from '../../major-incident/major-incident.record.ts'
import { majorScreenWords as words } from './words.ts'

const { audience: audiences } = incidentUpdateWords.choices

/** What was told, newest first, when the next is due, and a box to tell more. */
export function Updates({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const major = row as unknown as RowOf<typeof majorIncident>
  const session = useSession()
  const list = useList(incidentUpdate, { major: major.id })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const isOver = major.state === 'reviewed' || major.state === 'stood-down'
  return (
    <Card size="small" title={say(words.updates)} extra={major.nextUpdateAt && <NextDue at={major.nextUpdateAt} />}>
      {list.error && <LoadFailed error={list.error} retry={() => list.refetch()} />}
      {!isOver && mayEver(incidentUpdate.access.create, session) && <Give major={major.id} />}
      {list.data && items.length === 0 && <p className="ts-quiet">{say(words.noUpdates)}</p>}
      <ol className="ts-plain svc-updates">
        {items.map(({ id, createdAt, text, textEn, audience }) => (
          <li key={id}>
            <time dateTime={createdAt} className="ts-figures ts-quiet">
              {showInstant(createdAt)}
            </time>
            <span className="ts-quiet">{say(audiences[audience])}</span>
            <p className="ts-prose">{lang === 'en' ? (textEn ?? text) : text}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** When those affected hear again; red once it is late. */
function NextDue({ at }: { at: string }) {
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const isLate = at <= now
  return (
    <span className={isLate ? 'svc-next is-broken' : 'svc-next'}>
      {isLate && <ToneMark tone="broken" />}
      {say(words.nextDue)} <b className="ts-figures">{showInstant(at).slice(11)}</b> {showAgo(at, new Date(now), lang)}
      {isLate && ` · ${say(words.late)}`}
    </span>
  )
}

type Audience = keyof typeof audiences

function Give({ major }: { major: string }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useCreate(incidentUpdate)
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [audience, setAudience] = useState<Audience>('everyone')
  const give = () =>
    create.mutate(
      { major, text: zh.trim(), audience, ...(en.trim() && { textEn: en.trim() }) },
      {
        onSuccess: () => {
          setZh('')
          setEn('')
          void queries.invalidateQueries({ queryKey: keyOf('major-incident') })
        },
        onError: (problem) => message.error(text(problem)),
      },
    )
  return (
    <div className="svc-give">
      <Input.TextArea
        value={zh}
        onChange={({ target }) => setZh(target.value)}
        placeholder={say(words.write)}
        aria-label={say(words.write)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4_000}
      />
      <Input.TextArea
        value={en}
        onChange={({ target }) => setEn(target.value)}
        placeholder={say(words.inEnglish)}
        aria-label={say(words.inEnglish)}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={4_000}
      />
      <div className="svc-tools">
        <Segmented<Audience>
          value={audience}
          onChange={setAudience}
          options={Object.entries(audiences).map(([value, label]) => ({ value: value as Audience, label: say(label) }))}
        />
        <span className="ts-grow" />
        <Button type="primary" onClick={give} loading={create.isPending} disabled={zh.trim() === ''}>
          {say(words.give)}
        </Button>
      </div>
    </div>
  )
}
