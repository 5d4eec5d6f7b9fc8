import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Card, Skeleton } from 'antd'
import { useState } from 'react'
import { role } from '../../../record/rule.ts'
import type { Words } from '../../../record/words.ts'
import { api } from '../../../web/client/api.ts'
import { useCall, useItem } from '../../../web/client/hooks.ts'
import { useSession } from '../../../web/client/session.ts'
import { useEntry, useParts } from '../../../web/context.ts'
import { VerbButtons } from '../../../web/record/VerbButtons.tsx'
import { mayEver } from '../../../web/shell/access.ts'
import { LoadFailed, useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { LinkPicker } from '../../../web/widgets/LinkPicker.tsx'
import { useHeldWords } from './held.ts'
import { holdingWords as words } from './words.ts'
import './leavers.css'

interface Group {
  readonly record: string
  readonly field: string
  readonly count: number
  readonly canHandOver: boolean
  readonly back: string | null
  readonly items: readonly { id: string; number: string; label: string; state: string }[]
}

interface Moved {
  readonly done: number
  readonly refused: readonly { record: string; number: string; text: Words }[]
}

/** What to move: all of it, or one kind. */
type What = Partial<Pick<Group, 'record' | 'field'>>

/** `/leavers/$person`: everything that is in somebody's hands, handed over or taken back in one press; then they may leave. */
export function LeaverPage() {
  const { person: id = '' } = useParams({ strict: false }) as { person?: string }
  const say = useSay()
  const entry = useEntry('person')
  const person = useItem(entry.record, id)
  const found = useCall<{ groups: readonly Group[] }>(`/people/${id}/holdings`)
  useTitle(say(words.title))
  const error = person.error ?? found.error
  if (error) return <LoadFailed error={error} retry={() => Promise.all([person.refetch(), found.refetch()])} />
  if (!person.data || !found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const { item, refs } = person.data
  const { groups } = found.data
  return (
    <div className="ts-pad">
      <div className="ts-page-head ts-gap">
        <h1 className="ts-title">
          {say(words.title)} · <Link to={`/people/${item.number}` as '/'}>{String(item['name'])}</Link>
        </h1>
        <span className="ts-grow" />
        <VerbButtons entry={entry} row={item} refs={refs} only={['leave']} />
      </div>
      <Card size="small" title={say(words.holdings)}>
        {groups.length === 0 ? (
          <Alert type="success" showIcon title={say(item.state === 'left' ? words.gone : words.nothing)} />
        ) : (
          <Holdings id={id} groups={groups} onMoved={() => found.refetch()} />
        )}
        {item.state !== 'left' && <p className="ts-quiet">{say(words.revoked)}</p>}
      </Card>
    </div>
  )
}

interface HoldingsProps {
  readonly id: string
  readonly groups: readonly Group[]
  readonly onMoved: () => void
}

function Holdings({ id, groups, onMoved }: HoldingsProps) {
  const say = useSay()
  const mayMove = mayEver(role('admin', 'manager', 'engineer'), useSession())
  const [to, setTo] = useState<string>()
  const { move, busy, refused } = useMove(id, onMoved)
  return (
    <>
      <p className="ts-quiet">{say(words.intro)}</p>
      {mayMove && (
        <div className="org-over">
          <LinkPicker
            to="person"
            refs={{}}
            value={to ? [to] : []}
            label={say(words.to)}
            onChange={([next]) => setTo(next)}
          />
          <Button type="primary" disabled={!to} loading={busy} onClick={() => move({}, to)}>
            {say(words.overAll)}
          </Button>
          <Button loading={busy} disabled={groups.every(({ back }) => !back)} onClick={() => move({})}>
            {say(words.backAll)}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${say(words.refused)} ${refused.length}`}
          description={
            <ul className="ts-plain">
              {refused.map(({ number, text }) => (
                <li key={number}>
                  {number}: {say(text)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <ul className="ts-plain">
        {groups.map((one) => (
          <Held
            key={`${one.record} ${one.field}`}
            one={one}
            to={mayMove ? to : undefined}
            mayMove={mayMove}
            move={move}
          />
        ))}
      </ul>
    </>
  )
}

interface HeldProps {
  readonly one: Group
  readonly to: string | undefined
  readonly mayMove: boolean
  readonly move: (what: What, to?: string) => void
}

function Held({ one, to, mayMove, move }: HeldProps) {
  const say = useSay()
  const { registry } = useParts()
  const called = useHeldWords()
  const { record: name, field, count, canHandOver, back, items } = one
  const { record, words: own } = registry.get(name)
  const what = { record: name, field }
  return (
    <li className="org-held">
      <span>{called(name, field)}</span>
      <b className="ts-figures">{count}</b>
      <span className="org-held-items">
        {items.map(({ id, number, label }) => (
          <Link key={id} to={`/${record.plural}/${number}` as '/'} className="ts-ref" title={number}>
            {label}
          </Link>
        ))}
        {items.length < count && <span className="ts-quiet">{say(words.more)}</span>}
      </span>
      {mayMove && (
        <span className="org-held-acts">
          {canHandOver && (
            <Button size="small" disabled={!to} onClick={() => move(what, to)}>
              {say(words.over)}
            </Button>
          )}
          {back && (
            <Button size="small" onClick={() => move(what)}>
              {say((own.verbs as Readonly<Record<string, Words>>)[back] ?? words.backAll)}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}

/** Moves what is held, says how much was, and keeps what was refused in sight. */
function useMove(id: string, onMoved: () => void) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Moved['refused']>([])
  const move = async (what: What, to?: string) => {
    setBusy(true)
    try {
      const body = { ...what, ...(to && { to }) }
      const moved = await api.call<Moved>(`/people/${id}/hand-over`, { method: 'POST', body })
      setRefused(moved.refused)
      if (moved.done > 0) message.success(`${say(words.done)} ${moved.done}`)
      await queries.invalidateQueries()
      onMoved()
    } catch (problem) {
      message.error(text(problem))
    } finally {
      setBusy(false)
    }
  }
  return { move: (what: What, to?: string) => void move(what, to), busy, refused }
}
