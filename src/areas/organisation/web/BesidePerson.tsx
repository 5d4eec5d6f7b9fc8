import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { role } from '../../../record/rule.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { useSession } from '../../../web/client/session.ts'
import type { Refs } from '../../../web/client/types.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { mayEver } from '../../../web/shell/access.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import { useHeldWords } from './held.ts'
import { SignIns } from './SignIns.tsx'
import { holdingWords as words } from './words.ts'

/** Beside a person: how they sign in, and what is in their hands. */
export function BesidePerson(props: PageProps) {
  const mayLook = mayEver(role('admin', 'manager', 'auditor', 'engineer'), useSession())
  return (
    <>
      <SignIns {...props} />
      {mayLook && <InHand id={props.row.id} />}
      <Access id={props.row.id} />
    </>
  )
}

interface Group {
  readonly record: string
  readonly field: string
  readonly count: number
}

function InHand({ id }: { id: string }) {
  const say = useSay()
  const called = useHeldWords()
  const { data } = useCall<{ groups: readonly Group[] }>(`/people/${id}/holdings`)
  if (!data || data.groups.length === 0) return null
  return (
    <Card size="small" title={say(words.holdings)} extra={<Link to={`/leavers/${id}` as '/'}>{say(words.see)}</Link>}>
      <ul className="ts-plain">
        {data.groups.map(({ record, field, count }) => (
          <li key={`${record} ${field}`}>
            {called(record, field)} <b className="ts-figures">{count}</b>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface Granted {
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly system: string
    readonly accessRight: string
  }[]
  readonly refs: Refs
}

/** What they may do in the firm's systems, as far as the reader may know. */
function Access({ id }: { id: string }) {
  const say = useSay()
  const { data } = useCall<Granted>('/access', { person: id }, ['access-grant'])
  if (!data || data.items.length === 0) return null
  return (
    <Card
      size="small"
      title={say(words.access)}
      extra={
        <Link to={'/access' as '/'} search={{ person: id } as never}>
          {say(words.see)}
        </Link>
      }
    >
      <ul className="ts-plain">
        {data.items.map(({ id: grant, number, system, accessRight }) => (
          <li key={grant}>
            <Link to={`/access-grants/${number}` as '/'} className="ts-ref" title={number}>
              {data.refs[system]?.label} · {data.refs[accessRight]?.label}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
