import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Empty, Segmented, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useEntry, useHead } from '../../../../web/context.ts'
import { type Shown, shownOf } from '../../../../web/format/value.ts'
import { FilterBar } from '../../../../web/record/filter/FilterBar.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import type { RangeProps } from '../../../../web/widgets/date-edit.tsx'
import { aspectsOf, kindNames, kinds } from '../../trend/kinds.rules.ts'
import type { Trends } from '../../trend/shape.rules.ts'
import { steps } from '../../trend/trend.rules.ts'
import { Bars } from './Bars.tsx'
import { Figures } from './Figures.tsx'
import type { Lens } from './lens.ts'
import { Parts } from './Parts.tsx'
import { trendWords as words } from './words.ts'
import '../figures.css'
import './trend.css'

const RangePicker = lazily<RangeProps>(() => import('../../../../web/widgets/date-edit.tsx').then((m) => m.EditRange))
// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const TrendCharts = lazily(() => import('./TrendCharts.tsx').then((m) => m.TrendCharts))

type Search = Readonly<Record<string, string | undefined>>

/** `/trends?step=week&from=2026-09-01&of=team&priority=p1`: everything that is chosen stands in the address. */
export function TrendsPage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const name = kindNames.find((one) => one === search['kind']) ?? 'incident'
  const entry = useEntry(kinds[name].record.name)
  const aspects = aspectsOf(entry.record)
  const fields = aspects.flatMap((one): Shown[] => {
    const shown = shownOf(entry, one)
    return shown ? [shown] : []
  })
  const filters = Object.fromEntries(aspects.flatMap((one) => (search[one] ? [[one, search[one]]] : [])))
  const found = useCall<Trends & { refs: Refs }>('/trends', search, [entry.record.name])
  useTitle(say(words.title))

  const { kind, step, from, to, of } = search
  const go = (next: Search) => navigate({ to: '/trends', search: next as never, replace: true })
  const lens: Lens = { kind: kinds[name], filters }
  return (
    <div className="sv-trends">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        {kindNames.length > 1 && (
          <Segmented
            value={name}
            onChange={(next) => go({ step, from, to, kind: next })}
            options={kindNames.map((value) => ({ value, label: <KindName record={kinds[value].record.name} /> }))}
          />
        )}
        <span className="ts-grow" />
        <Segmented
          value={step ?? 'day'}
          aria-label={say(words.steps)}
          onChange={(next) => go({ ...search, step: next, from: undefined, to: undefined })}
          options={steps.map((value) => ({ value, label: say(words[value]) }))}
        />
        <RangePicker
          from={found.data?.from}
          to={found.data?.to}
          onChange={(first, last) => go({ ...search, from: first, to: last })}
        />
      </div>
      <FilterBar
        entry={entry}
        fields={fields}
        query={filters}
        refs={found.data?.refs ?? {}}
        onChange={(query) => go({ kind, step, from, to, of, ...query })}
      />
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : found.isPending ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : found.data.whole.in + found.data.whole.out + found.data.whole.open === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.nothing)} />
      ) : (
        <div className="sv-trend-body">
          {!found.data.trading && <Alert type="info" showIcon title={say(words.noTrading)} />}
          <Figures trends={found.data} lens={lens} />
          <TrendCharts trends={found.data} lens={lens} />
          <Parts
            trends={found.data}
            lens={lens}
            of={fields.find((one) => one.name === of) ?? (fields.find((one) => one.name === 'priority') as Shown)}
            offered={fields}
            onOf={(next) => go({ ...search, of: next })}
          />
          <Bars trends={found.data} lens={lens} />
        </div>
      )}
    </div>
  )
}

function KindName({ record }: { record: string }) {
  const say = useSay()
  return say(useHead(record).words.plural)
}
