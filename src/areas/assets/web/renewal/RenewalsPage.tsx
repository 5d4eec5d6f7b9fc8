import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Checkbox, Empty, Segmented, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { type Renewal, type RenewalKind, renewalKinds } from '../../renewal/shape.rules.ts'
import { Months } from './Months.tsx'
import { renewalWords as words } from './words.ts'
import './renewal.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const MonthChart = lazily(() => import('./MonthChart.tsx').then((m) => m.MonthChart))

export interface Renewals {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly items: readonly Renewal[]
  readonly more: boolean
  readonly refs: Refs
}

const spans = ['3', '12', '24', '36']

/** `/renewals?months=12&kinds=contract,licence&mine=1`: what runs out when, month by month. */
export function RenewalsPage() {
  const say = useSay()
  const navigate = useNavigate()
  const session = useSession()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const months = spans.find((one) => one === String(search['months'])) ?? '12'
  const mine = search['mine'] !== undefined
  const named = String(search['kinds'] ?? '').split(',')
  const kinds = search['kinds'] === undefined ? renewalKinds : renewalKinds.filter((one) => named.includes(one))
  const found = useCall<Renewals>('/renewals', { months }, ['contract', 'licence', 'entitlement', 'asset'])
  useTitle(say(words.title))
  const go = (next: object) => navigate({ to: '/renewals', search: { ...search, ...next } as never, replace: true })
  const wanted = ({ kind, owner }: Renewal) => kinds.includes(kind) && (!mine || owner === session.person.id)
  const items = found.data?.items.filter(wanted) ?? []
  const count = (kind: RenewalKind) => found.data?.items.filter((one) => one.kind === kind).length ?? 0
  return (
    <div className="ren-page">
      <div className="ts-list-head ren-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-quiet ren-intro">{say(words.intro)}</span>
        <span className="ts-grow" />
        <Segmented
          value={months}
          aria-label={say(words.ahead)}
          onChange={(next) => go({ months: next })}
          options={spans.map((value) => ({ value, label: `${value} ${say(words.months)}` }))}
        />
      </div>
      <div className="ren-kinds">
        <Checkbox.Group
          value={[...kinds]}
          onChange={(next) => go({ kinds: next.length === renewalKinds.length ? undefined : next.join(',') })}
          options={renewalKinds.map((value) => ({ value, label: `${say(words[value])} ${count(value)}` }))}
        />
        <Checkbox checked={mine} onChange={({ target }) => go({ mine: target.checked ? '1' : undefined })}>
          {say(words.mine)}
        </Checkbox>
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : found.isPending ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.none)} />
      ) : (
        <div className="ren-body">
          {found.data.more && <Alert type="info" showIcon title={say(words.more)} />}
          <MonthChart items={items} from={found.data.today} to={found.data.to} />
          <Months items={items} today={found.data.today} refs={found.data.refs} />
        </div>
      )}
    </div>
  )
}
