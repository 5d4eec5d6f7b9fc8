import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Segmented, Select, Skeleton, Tooltip } from 'antd'
import { useState } from 'react'
import type { Refs } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { verdicts, verdictWords } from '../../resource/resource.rules.ts'
import { aspects, orders } from '../../resource/shape.rules.ts'
import { csvOf, save } from './csv.ts'
import { Line } from './Line.tsx'
import { allOf, type ResourcePage, useCountNow, useResources } from './resources.ts'
import { resourceWords as words } from './words.ts'
import './resource.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const Parts = lazily(() => import('./Parts.tsx').then((m) => m.Parts))

const filters = ['category', 'model', 'department', 'location'] as const
const kinds = {
  category: 'asset-category',
  model: 'asset-model',
  department: 'department',
  location: 'location',
} as const

type Search = Readonly<Record<string, string | undefined>>

/** `/resources?verdict=renew&category=…&order=costYear`: what to renew, retire or move, and why; `?of=service`: kinds beside each other. */
export function ResourcesPage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  useTitle(say(words.title))
  const { of, ...asked } = search
  const found = useResources(asked)
  const pages = found.data?.pages ?? []
  const [first] = pages
  const go = (next: Search) => navigate({ to: '/resources', search: { ...search, ...next } as never, replace: true })
  return (
    <div className="rsc-page">
      <Head at={first?.at} asked={asked} />
      <div className="rsc-filters">
        <Segmented
          value={aspects.find((one) => one === of) ?? ''}
          aria-label={say(words.parts)}
          onChange={(next) => go({ of: next || undefined })}
          options={[
            { value: '', label: say(words.each) },
            ...aspects.map((value) => ({ value, label: say(words.by[value]) })),
          ]}
        />
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !first ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : !first.at ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.never)} />
      ) : of ? (
        <Parts of={of} />
      ) : (
        <Advice pages={pages} search={search} go={go} />
      )}
      {!of && found.hasNextPage && (
        <Button className="rsc-more" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

interface AdviceProps {
  readonly pages: readonly ResourcePage[]
  readonly search: Search
  readonly go: (next: Search) => void
}

/** Asset by asset, what is narrowed first in sight. */
function Advice({ pages, search, go }: AdviceProps) {
  const say = useSay()
  const counts = pages[0]?.counts
  const items = pages.flatMap((page) => page.items)
  const refs: Refs = Object.assign({}, ...pages.map((page) => page.refs))
  const whole = verdicts.reduce((sum, one) => sum + (counts?.[one] ?? 0), 0)
  return (
    <>
      <div className="rsc-filters">
        <Segmented
          value={search['verdict'] ?? ''}
          aria-label={say(words.verdict)}
          onChange={(next) => go({ verdict: next || undefined })}
          options={[
            { value: '', label: `${say(words.all)} ${whole}` },
            ...verdicts.map((value) => ({ value, label: `${say(verdictWords[value])} ${counts?.[value] ?? ''}` })),
          ]}
        />
        {filters.map((name) => (
          <label key={name} htmlFor={`resource-${name}`}>
            {say(name === 'location' ? words.place : words.of[name])}
            <LinkPicker
              id={`resource-${name}`}
              to={kinds[name]}
              refs={refs}
              value={search[name] ? [search[name]] : []}
              onChange={([next]) => go({ [name]: next })}
            />
          </label>
        ))}
        <label htmlFor="resource-order">
          {say(words.order)}
          <Select
            id="resource-order"
            value={search['order'] ?? 'score'}
            onChange={(next) => go({ order: next })}
            options={orders.map((value) => ({ value, label: say(words.orders[value]) }))}
            popupMatchSelectWidth={false}
          />
        </label>
      </div>
      <p className="ts-quiet rsc-rule">
        {say(words.rule)} <Link to="/settings">{say(words.thresholds)}</Link>
      </p>
      {items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.nothing)} />
      ) : (
        <ul className="ts-plain rsc-list">
          {items.map((one) => (
            <Line key={one.asset} one={one} refs={refs} />
          ))}
        </ul>
      )}
    </>
  )
}

function Head({ at, asked }: { at: string | null | undefined; asked: Search }) {
  const say = useSay()
  const lang = useLang()
  const counting = useCountNow(at)
  const [saving, setSaving] = useState(false)
  const download = async () => {
    setSaving(true)
    try {
      save(`${say(words.title)}.csv`, csvOf(await allOf(asked), lang))
    } finally {
      setSaving(false)
    }
  }
  return (
    <div className="ts-list-head rsc-head">
      <h1 className="ts-title">{say(words.title)}</h1>
      <span className="ts-quiet rsc-intro">{say(words.intro)}</span>
      <span className="ts-grow" />
      {at && (
        <span className="ts-quiet ts-figures">
          {say(words.at)} {showInstant(at)}
        </span>
      )}
      <Tooltip title={say(words.countNow)}>
        <Button
          icon={<ReloadOutlined />}
          aria-label={say(words.countNow)}
          loading={counting.isCounting}
          onClick={counting.start}
        />
      </Tooltip>
      <Button icon={<DownloadOutlined />} loading={saving} onClick={() => void download()}>
        {say(words.export)}
      </Button>
    </div>
  )
}
