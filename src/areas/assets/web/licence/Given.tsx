import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Card } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useAct, useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { allocation } from '../../allocation/allocation.record.ts'
import { holdersOf } from '../../allocation/allocation.rules.ts'
import { allocationWords } from '../../allocation/allocation.words.ts'
import type { licence } from '../../licence/licence.record.ts'
import type { Standing } from './AboutLicence.tsx'
import { AddOf } from './AddOf.tsx'
import { licenceScreenWords as words } from './words.ts'

interface GivenProps {
  readonly of: RowOf<typeof licence>
  readonly standing: Standing | undefined
}

/** Who has it, and on which machines it was found without. */
export function Given({ of, standing }: GivenProps) {
  const say = useSay()
  const [giving, setGiving] = useState(false)
  const list = useList(allocation, { licence: of.id, state: 'held' })
  const may = mayEver(allocation.access.create, useSession())
  const [page] = list.data?.pages ?? []
  const asked = [...holdersOf(of.metric), ...(of.metric === 'core' ? ['quantity'] : []), 'note']
  return (
    <Card
      size="small"
      title={say(allocationWords.plural)}
      extra={
        may &&
        of.state === 'active' && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setGiving(true)}>
            {say(words.give)}
          </Button>
        )
      }
    >
      {page?.items.length === 0 && <p className="ts-quiet">{say(words.noneGiven)}</p>}
      <ul className="ts-plain">
        {page?.items.map((one) => (
          <Held key={one.id} one={one} refs={page.refs} />
        ))}
      </ul>
      {page?.next && (
        <Link to="/allocations" search={{ licence: of.id, state: 'held' } as never}>
          {say(words.all)}
        </Link>
      )}
      <Uncovered of={of} standing={standing} may={may} />
      {giving && (
        <AddOf
          record={allocation}
          title={words.give}
          asked={asked}
          given={{ licence: of.id }}
          onClose={() => setGiving(false)}
        />
      )}
    </Card>
  )
}

function Held({ one, refs }: { one: RowOf<typeof allocation> & { can?: object }; refs: Refs }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const act = useAct(allocation, one.id)
  const may = (one.can as Record<string, unknown> | undefined)?.['withdraw'] === true
  return (
    <li className="lic-line">
      <span className="lic-what">
        {one.person && <RefLink id={one.person} refs={refs} />}
        {one.asset && <RefLink id={one.asset} refs={refs} />}
        {one.note && <span className="ts-quiet">{one.note}</span>}
      </span>
      <span className="ts-quiet ts-figures">
        {say(words.since)} {dateOf(one.createdAt)}
      </span>
      <b className="ts-figures lic-count">{one.quantity}</b>
      {may && (
        <Button
          size="small"
          loading={act.isPending}
          onClick={() =>
            act.mutate(
              { verb: 'withdraw', body: { version: one.version } },
              { onError: (problem) => message.error(text(problem)) },
            )
          }
        >
          {say(words.withdraw)}
        </Button>
      )}
    </li>
  )
}

/** Machines that have it installed, and nobody gave it to them. */
function Uncovered({ of, standing, may }: GivenProps & { may: boolean }) {
  const say = useSay()
  const [to, setTo] = useState<string>()
  const { found = null, refs = {} } = standing ?? {}
  if (!found || found.uncovered === 0) return null
  const onMachine = may && of.state === 'active' && holdersOf(of.metric).includes('asset')
  return (
    <section className="lic-uncovered">
      <p className="ts-quiet">{say(words.uncoveredHint)}</p>
      <ul className="ts-plain">
        {found.assets.map((id) => (
          <li key={id} className="lic-line">
            <span className="lic-what">
              <RefLink id={id} refs={refs} withNumber />
            </span>
            {onMachine && (
              <Button size="small" onClick={() => setTo(id)}>
                {say(words.give)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {to && (
        <AddOf
          record={allocation}
          title={words.give}
          asked={of.metric === 'core' ? ['quantity', 'note'] : ['note']}
          given={{ licence: of.id, asset: to }}
          onClose={() => setTo(undefined)}
        />
      )}
    </section>
  )
}
