import { CheckCircleOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useNow } from '../../../../web/clocks/now.ts'
import { showAgo, showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { statusWords as words } from './words.ts'
import './status.css'

interface Update {
  readonly at: string
  readonly text: string
  readonly textEn: string | null
}

interface Disturbance {
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly state: 'declared' | 'mitigated' | 'ended' | 'reviewed'
  readonly startedAt: string
  readonly endedAt: string | null
  readonly nextUpdateAt: string | null
  readonly services: readonly string[]
  readonly updates: readonly Update[]
}

/** For all staff: what is disturbed, since when, what was said last, and when they hear again. */
export function StatusPage() {
  const say = useSay()
  useTitle(say(words.title))
  const { data, error, refetch } = useCall<{ items: readonly Disturbance[]; well: readonly string[] }>('/status', {}, [
    'major-incident',
    'incident-update',
    'service',
  ])
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  return (
    <div className="svc-status">
      <h1 className="ts-title">{say(words.title)}</h1>
      {data.items.every(({ endedAt }) => endedAt !== null) && (
        <div className="svc-calm">
          <CheckCircleOutlined className="is-kept" />
          <b>{say(words.calm)}</b>
          <span className="ts-quiet">{say(words.calmHint)}</span>
        </div>
      )}
      {data.items.map((one) => (
        <OneDisturbance key={one.number} one={one} />
      ))}
      {data.well.length > 0 && (
        <section>
          <h2>{say(words.well)}</h2>
          <ul className="ts-plain svc-well">
            {data.well.map((name) => (
              <li key={name}>
                <StateTag tone="kept" word={name} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function OneDisturbance({ one }: { one: Disturbance }) {
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const [last, ...earlier] = one.updates
  const inLang = (zh: string, en: string | null) => (lang === 'en' ? (en ?? zh) : zh)
  const [tone, word] = one.endedAt
    ? (['kept', words.ended] as const)
    : one.state === 'mitigated'
      ? (['late', words.mitigated] as const)
      : (['broken', words.disturbed] as const)
  return (
    <article className={one.endedAt ? 'svc-disturbance is-over' : 'svc-disturbance'}>
      <header>
        <StateTag tone={tone} word={say(word)} />
        <h2>{inLang(one.title, one.titleEn)}</h2>
      </header>
      <p className="ts-figures ts-quiet">
        {say(words.since)} {showInstant(one.startedAt)}
        {one.endedAt && ` · ${say(words.ended)} ${showInstant(one.endedAt)}`}
        {one.services.length > 0 && ` · ${say(words.affects)} ${one.services.join(', ')}`}
      </p>
      {last ? <Said update={last} inLang={inLang} /> : <p>{say(words.noUpdate)}</p>}
      {one.nextUpdateAt && (
        <p className={one.nextUpdateAt < now ? 'ts-figures is-late' : 'ts-figures'}>
          {say(one.nextUpdateAt < now ? words.late : words.next)} <b>{showInstant(one.nextUpdateAt).slice(11)}</b>{' '}
          <span className="ts-quiet">{showAgo(one.nextUpdateAt, new Date(now), lang)}</span>
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{say(words.earlier)}</summary>
          {earlier.map((update) => (
            <Said key={update.at} update={update} inLang={inLang} />
          ))}
        </details>
      )}
    </article>
  )
}

function Said({ update, inLang }: { update: Update; inLang: (zh: string, en: string | null) => string }) {
  return (
    <p className="svc-status-said">
      <time dateTime={update.at} className="ts-figures ts-quiet">
        {showInstant(update.at).slice(5)}
      </time>{' '}
      {inLang(update.text, update.textEn)}
    </p>
  )
}
