import { Link } from '@tanstack/react-router'
import { Button, Card, Space } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useItem, useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { asset } from '../../asset/asset.record.ts'
import { handover } from '../../handover/handover.record.ts'
import { handoverWords } from '../../handover/handover.words.ts'
import { keeper } from '../../keepers.rules.ts'
import { loan } from '../../loan/loan.record.ts'
import { receipt } from '../../receipt/receipt.record.ts'
import { handScreenWords as words } from './words.ts'
import '../purchase/purchase.css'

/** On an asset's page: whom it is lent to or waits for, its last hand-overs, how it came, and the ways to hand it on. */
export function InHand({ row }: PageProps) {
  const say = useSay()
  const own = row as unknown as RowOf<typeof asset>
  const isKeeper = mayEver(keeper, useSession())
  const loans = useList(loan, { asset: own.id, state: 'reserved,lent,overdue', sort: 'startsOn' }).data?.pages[0]
  const slips = useList(handover, { assets: own.id, state: 'waiting,done', limit: '5', sort: '-createdAt' }).data
    ?.pages[0]
  const isEmpty = !loans?.items.length && !slips?.items.length && !own.receipt
  const ways = isKeeper ? waysOf(own) : []
  if (isEmpty && ways.length === 0) return null
  return (
    <Card
      size="small"
      title={say(words.title)}
      extra={
        <Space wrap>
          {ways.map(({ label, to, search }) => (
            <Link key={label[1]} to={to} search={search as never}>
              <Button size="small">{say(label)}</Button>
            </Link>
          ))}
        </Space>
      }
    >
      <ul className="ts-plain">
        {loans?.items.map(({ id, number, state, borrower, startsOn, dueOn }) => (
          <li key={id} className="pur-came">
            <StateTag
              tone={state === 'overdue' ? 'broken' : state === 'lent' ? 'progress' : 'start'}
              word={say(state === 'overdue' ? words.overdue : state === 'lent' ? words.lentTo : words.reserved)}
            />
            <RefLink id={borrower} refs={loans.refs} />
            <Link to={`/loans/${number}`} className="ts-figures">
              {startsOn} – {dueOn}
            </Link>
          </li>
        ))}
        {slips?.items.map(({ id, number, kind, state, holder, signedAt, createdAt }) => (
          <li key={id} className="pur-came">
            <StateTag tone={state === 'waiting' ? 'late' : 'kept'} word={say(handoverWords.choices.kind[kind])} />
            <RefLink id={holder} refs={slips.refs} />
            <Link to={`/handovers/${number}`} className="ts-figures">
              {(signedAt ?? createdAt).slice(0, 10)}
            </Link>
            {state === 'waiting' && <span className="ts-quiet">{say(words.waiting)}</span>}
          </li>
        ))}
        {own.receipt && <CameBy id={own.receipt} />}
      </ul>
    </Card>
  )
}

function CameBy({ id }: { id: string }) {
  const say = useSay()
  const { data } = useItem(receipt, id)
  if (!data) return null
  const { item, refs } = data
  return (
    <li className="pur-came">
      <span className="ts-quiet">{say(words.cameBy)}</span>
      <Link to={`/receipts/${item.number}`} className="ts-figures">
        {item.receivedOn}
      </Link>
      <RefLink id={item.purchase} refs={refs} withNumber />
    </li>
  )
}

interface Way {
  readonly label: Words
  readonly to: string
  readonly search: Readonly<Record<string, unknown>>
}

/** What is in stock can be handed over or lent, what somebody has can be taken back. */
function waysOf({ id, state, custodian }: RowOf<typeof asset>): Way[] {
  if (state === 'in-stock')
    return [
      { label: words.give, to: '/handovers/new', search: { kind: 'issue', assets: [id] } },
      { label: words.lend, to: '/loans/new', search: { asset: id } },
    ]
  return state === 'in-use' && custodian
    ? [{ label: words.takeBack, to: '/handovers/new', search: { kind: 'return', assets: [id], holder: custodian } }]
    : []
}
