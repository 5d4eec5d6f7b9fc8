import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Card, Progress } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useItem, useList, useWriteOf } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { showNumber } from '../../../../web/format/value.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { contract } from '../../contract/contract.record.ts'
import { contractWords } from '../../contract/contract.words.ts'
import { entitlement } from '../../entitlement/entitlement.record.ts'
import { daysBetween } from '../renewal/months.ts'
import { leftWords } from '../renewal/words.ts'
import { decideByWords, endWords, prolongWords, contractScreenWords as words } from './words.ts'
import '../licence/licence.css'

type Contract = RowOf<typeof contract>

/** How much of a contract's term is left, by when one must decide, and what comes after it. */
export function AboutContract({ row }: PageProps) {
  const one = row as unknown as Contract
  const say = useSay()
  const next = useList(contract, { follows: one.id })
  const after = next.data?.pages[0]?.items.find(({ state }) => state !== 'ended')
  const renewable = (one.state === 'in-force' || one.state === 'expired') && one.validTo !== null && !after
  const may = mayEver(contract.access.create, useSession())
  return (
    <>
      <Card size="small" title={say(words.term)} extra={may && next.data && renewable && <Renew id={one.id} />}>
        <Term one={one} />
        {one.follows && <Neighbour label={say(words.before)} id={one.follows} />}
        {after && <Neighbour label={say(words.next)} id={after.id} />}
      </Card>
      <Under id={one.id} />
    </>
  )
}

function Term({ one: { validFrom, validTo, noticeOn, renewMonths, state } }: { one: Contract }) {
  const say = useSay()
  if (validTo === null) return <p className="ts-quiet">{say(words.endless)}</p>
  const today = dateOf(new Date())
  const left = daysBetween(today, validTo)
  const share = Math.min(1, Math.max(0, daysBetween(validFrom, today) / Math.max(1, daysBetween(validFrom, validTo))))
  const open = state === 'in-force' && left >= 0
  const due = open && noticeOn !== null && noticeOn <= today
  return (
    <>
      <p>
        {say(endWords(validTo, leftWords(left)))}{' '}
        {open && noticeOn && <span className={due ? 'is-late' : ''}>{say(decideByWords(noticeOn))}</span>}{' '}
        {open && renewMonths !== null && say(prolongWords(renewMonths))}
      </p>
      <Progress
        percent={Math.round(share * 100)}
        size="small"
        status="normal"
        strokeColor={`var(--ts-${due ? 'late' : open ? 'progress' : 'grey'})`}
        format={() => `${validFrom} – ${validTo}`}
        aria-label={say(words.term)}
      />
    </>
  )
}

function Renew({ id }: { id: string }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const renew = useWriteOf<{ number: string }>(contract, id)
  // The button is gone as soon as there is a next one, so what follows does not hang on it.
  const start = async () => {
    try {
      const { number } = await renew.mutateAsync({ path: 'renew', body: {} })
      await navigate({ to: `/contracts/${number}` })
    } catch (problem) {
      message.error(text(problem))
    }
  }
  return (
    <Button size="small" loading={renew.isPending} onClick={() => void start()}>
      {say(words.renew)}
    </Button>
  )
}

function Neighbour({ label, id }: { label: string; id: string }) {
  const say = useSay()
  const { data } = useItem(contract, id)
  if (!data) return null
  const { number, title, state, validFrom, validTo } = data.item
  return (
    <p className="lic-line">
      <span className="ts-quiet">{label}</span>
      <Link to={`/contracts/${number}`} className="ts-ref">
        {title}
      </Link>
      <span className="ts-figures ts-quiet">
        {validFrom} – {validTo}
      </span>
      <StateTag tone={state === 'in-force' ? 'kept' : 'start'} word={say(contractWords.states[state])} />
    </p>
  )
}

/** What of licences was bought with it. */
function Under({ id }: { id: string }) {
  const say = useSay()
  const { data } = useList(entitlement, { contract: id, sort: '-validFrom' })
  const [page] = data?.pages ?? []
  if (!page || page.items.length === 0) return null
  return (
    <Card size="small" title={say(words.entitlements)}>
      <ul className="ts-plain">
        {page.items.map(({ id: of, licence, quantity, validFrom, validTo }) => (
          <li key={of} className="lic-line">
            <span className="lic-what">
              <RefLink id={licence} refs={page.refs} />
            </span>
            <span className="ts-figures ts-quiet">
              {validFrom} – {validTo ?? ''}
            </span>
            <b className="ts-figures lic-count">{showNumber(quantity)}</b>
          </li>
        ))}
      </ul>
    </Card>
  )
}
