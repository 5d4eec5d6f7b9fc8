import { useNavigate, useSearch } from '@tanstack/react-router'
import { Empty, Segmented, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { type Noise, noiseAspects } from '../../alarm/noise.rules.ts'
import { NoiseTable } from './NoiseTable.tsx'
import { weeksWords, noiseWords as words } from './words.ts'
import '../parts.css'
import './noise.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const NoiseChart = lazily(() => import('./NoiseChart.tsx').then((m) => m.NoiseChart))

const spans = ['4', '8', '26', '52'] as const

/** `/alarm-noise?weeks=8&by=probe`: which alarms cost people attention, and which of them were worth it. */
export function NoisePage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const weeks = spans.find((one) => one === search['weeks']) ?? '8'
  const by = noiseAspects.find((one) => one === search['by']) ?? 'probe'
  const { data, error, refetch } = useCall<Noise & { refs: Refs }>('/alarms/noise', { weeks, by }, ['alarm'])
  useTitle(say(words.title))
  const go = (next: object) => navigate({ to: '/alarm-noise', search: { weeks, by, ...next } as never, replace: true })
  const labelOf = (id: string | null) => (id && data?.refs[id]?.label) || say(words.none)
  const nameOf = (value: string | null, component: string | null) =>
    value && component ? `${labelOf(component)} · ${labelOf(value)}` : labelOf(value)
  return (
    <div>
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-grow" />
        <Segmented
          value={weeks}
          aria-label={say(words.span)}
          onChange={(next) => go({ weeks: next })}
          options={spans.map((value) => ({ value, label: say(weeksWords(Number(value))) }))}
        />
      </div>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />}
      {data?.whole.alarms === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.nothing)} />
      )}
      {data && data.whole.alarms > 0 && (
        <div className="ops-noise">
          <section>
            <h2>{say(words.weeks)}</h2>
            <NoiseChart noise={data} />
            <NoiseTable
              head={words.week}
              rows={[...data.weeks].reverse().map(({ day, from, to, ...figures }) => ({
                ...{ key: day, name: day, figures },
                search: within(from, to),
              }))}
            />
          </section>
          <section>
            <header className="ops-noise-head">
              <h2>{say(words.parts)}</h2>
              <Segmented
                size="small"
                value={by}
                aria-label={say(words.by)}
                onChange={(next) => go({ by: next })}
                options={noiseAspects.map((value) => ({ value, label: say(words[value]) }))}
              />
            </header>
            <NoiseTable
              head={words[by]}
              rows={data.parts.map(({ value, component, ...figures }) => ({
                key: value ?? '',
                name: nameOf(value, component),
                figures,
                search: { ...within(data.from, data.to), ...(value && { [by === 'source' ? 'aboutId' : by]: value }) },
                unlinked: value === null,
              }))}
            />
          </section>
        </div>
      )}
    </div>
  )
}

/** Alarms are made the moment they begin; a list's filter holds both of its ends. */
const within = (from: string, to: string) => ({
  'createdAt.from': from,
  'createdAt.to': new Date(Date.parse(to) - 1).toISOString(),
})
