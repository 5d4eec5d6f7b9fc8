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
import { orders } from '../../resource/shape.rules.ts'
import { csvOf, save } from './csv.ts'
import { Line } from './Line.tsx'
import { allOf, useCountNow, useResources } from './resources.ts'
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

/** `/resources?verdict=renew&category=…&order=costYear`: what to renew, retire or move, and why. */
export function ResourcesPage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  useTitle(say(words.title))
  const { of, ...asked } = search
  const found = useResources(asked)
  const pages = found.data?.pages ?? []
  const [first] = pages
  const items = pages.flatMap((page) => page.items)
  const refs: Refs = Object.assign({}, ...pages.map((page) => page.refs))
  const go = (next: Search) => navigate({ to: '/resources', search: { ...search, ...next } as never, replace: true })
  const whole = first ? verdicts.reduce((sum, one) => sum + first.counts[one], 0) : 0
  return (
    <div className="rsc-page">
      <Head at={first?.at} asked={asked} />
      <div className="rsc-filters">
        <Segmented
          value={search['verdict'] ?? ''}
          aria-label={say(words.verdict)}
          onChange={(next) => go({ verdict: next || undefined })}
          options={[
            { value: '', label: `${say(words.all)} ${whole}` },
            ...verdicts.map((value) => ({ value, label: `${say(verdictWords[value])} ${first?.counts[value] ?? ''}` })),
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
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !first ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : items.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          className="ts-none"
          description={say(first.at ? words.nothing : words.never)}
        />
      ) : (
        <>
          <ul className="ts-plain rsc-list">
            {items.map((one) => (
              <Line key={one.asset} one={one} refs={refs} />
            ))}
          </ul>
          {found.hasNextPage && (
            <Button className="rsc-more" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
              {say(words.more)}
            </Button>
          )}
        </>
      )}
      {first?.at && <Parts of={of} onOf={(next: string) => go({ of: next })} />}
    </div>
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
