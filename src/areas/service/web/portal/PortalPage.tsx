import {
  AuditOutlined,
  CustomerServiceOutlined,
  SearchOutlined,
  SolutionOutlined,
  StarOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { type ReactNode, useDeferredValue } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { Disturbances } from './Disturbances.tsx'
import { Finds } from './Finds.tsx'
import { MatterList } from './MatterList.tsx'
import { isMyTurn, isOver, type Matter, useInvitations, useMatters } from './matters.ts'
import { portalWords as words } from './words.ts'
import './portal.css'

/** Where people who use the systems begin: they say what they need, and see what became of what they said before. */
export function PortalPage() {
  const say = useSay()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const looked = useDeferredValue(q.trim())
  useTitle(say(words.title))
  const type = (text: string) =>
    navigate({ to: '/portal', search: (text === '' ? {} : { q: text }) as never, replace: true })
  return (
    <div className="svc-portal">
      <Disturbances />
      <h1>{say(words.ask)}</h1>
      <Input
        size="large"
        allowClear
        prefix={<SearchOutlined />}
        className="svc-ask"
        value={q}
        maxLength={200}
        aria-label={say(words.ask)}
        placeholder={say(words.askHint)}
        onChange={({ target }) => type(target.value)}
      />
      {looked === '' ? <Start /> : <Finds q={looked} />}
    </div>
  )
}

/** Before anything is asked: the three things one comes for, and what waits. */
function Start() {
  const say = useSay()
  const matters = useMatters().data?.items ?? []
  const current = matters.filter((one) => !isOver(one))
  return (
    <>
      <nav className="svc-choices" aria-label={say(words.title)}>
        <Choice to="/portal/report" icon={<ToolOutlined />} title={words.report} hint={words.reportHint} />
        <Choice to="/order" icon={<SolutionOutlined />} title={words.order} hint={words.orderHint} />
        <Choice to="/portal/matters" icon={<CustomerServiceOutlined />} title={words.mine} hint={words.mineHint} />
      </nav>
      <Waiting turn={matters.filter(isMyTurn)} />
      <section>
        <h2>{say(words.current)}</h2>
        <MatterList items={current.filter((one) => !isMyTurn(one)).slice(0, 5)} empty={say(words.noMatters)} />
      </section>
    </>
  )
}

interface ChoiceProps {
  readonly to: string
  readonly icon: ReactNode
  readonly title: Words
  readonly hint: Words
}

function Choice({ to, icon, title, hint }: ChoiceProps) {
  const say = useSay()
  return (
    <Link to={to} className="svc-choice">
      {icon}
      <span>
        <b>{say(title)}</b>
        <small className="ts-quiet">{say(hint)}</small>
      </span>
    </Link>
  )
}

/** What cannot go on without this person: matters to confirm or answer, approvals, ratings. */
function Waiting({ turn }: { turn: readonly Matter[] }) {
  const say = useSay()
  const approvals = useCall<{ count: { value: number } }>('/approvals', { mine: 'waiting', limit: '1' }, ['approval'])
  const invitations = useInvitations().data?.items ?? []
  const asked = approvals.data?.count.value ?? 0
  if (turn.length + asked + invitations.length === 0) return null
  return (
    <section>
      <h2>{say(words.waiting)}</h2>
      <ul className="ts-plain svc-matters">
        {asked > 0 && (
          <li>
            <Link to="/approvals">
              <AuditOutlined />
              <b>
                <span className="ts-figures">{asked}</span> {say(words.approvals)}
              </b>
            </Link>
          </li>
        )}
        {invitations.map(({ id, number, title }) => (
          <li key={id}>
            <Link to={`/survey-answers/${number}`}>
              <StarOutlined />
              <b>{title}</b>
              <span className="svc-standing">{say(words.ratings)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <MatterList items={turn} />
    </section>
  )
}
