import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { FieldShow } from '../../../../web/widgets/index.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { desk } from '../../desk.rules.ts'
import { incident } from '../../incident/incident.record.ts'
import { majorIncident } from '../../major-incident/major-incident.record.ts'
import { Reviews } from '../major/Reviews.tsx'
import { Affected } from './Affected.tsx'
import { Declare } from './Declare.tsx'
import { Family } from './Family.tsx'
import { useOutlook } from './outlook.ts'
import { Security } from './Security.tsx'
import { SimilarOnes } from './SimilarOnes.tsx'
import { Spent } from './Spent.tsx'
import { Split } from './Split.tsx'
import { incidentScreenWords as words } from './words.ts'
import './incident.css'

type Row = RowOf<typeof incident>

const facts = ['priority', 'service', 'component', 'reportedBy', 'assignee', 'team', 'channel'] as const

/** What matters of an incident: how urgent, whose, what stands on it, what belongs to it, and what was like it. */
export function AboutIncident(props: PageProps) {
  const { entry, row, refs } = props
  const say = useSay()
  const one = row as unknown as Row
  const atDesk = mayEver(desk, useSession())
  const reach = useOutlook(one, one.component).data?.reach
  const isOpen = one.state !== 'resolved' && one.state !== 'closed'
  return (
    <Card size="small" className="svc-about">
      <dl className="svc-facts">
        {facts
          .filter((name) => one[name] !== null)
          .map((name) => (
            <div key={name}>
              <dt>{say(entry.words.fields[name] ?? [name, name])}</dt>
              <dd>
                <FieldShow entry={entry} name={name} row={row} refs={refs} />
              </dd>
            </div>
          ))}
      </dl>
      {one.component && reach && <Affected reach={reach} />}
      {one.duplicateOf && (
        <p>
          <span className="ts-quiet">{say(entry.words.fields['duplicateOf'] ?? ['', ''])} </span>
          <RefLink id={one.duplicateOf} refs={refs} withNumber />
        </p>
      )}
      {one.description && <p className="ts-prose svc-words">{one.description}</p>}
      {one.waitingFor && (
        <p className="ts-prose svc-words">
          <span className="ts-quiet">{say(entry.words.fields['waitingFor'] ?? ['', ''])}:</span>
          {one.waitingFor}
        </p>
      )}
      <Family {...props} />
      {atDesk && (
        <div className="svc-tools">
          <Majors {...props} isOpen={isOpen} />
          {isOpen && <Split row={row} />}
        </div>
      )}
      {atDesk && <Security row={row} />}
      {atDesk && <Spent record={incident} id={one.id} />}
      {isOpen && <SimilarOnes title={one.title} not={one.id} />}
      {atDesk && !isOpen && one.duplicateOf === null && <Reviews row={row} by={{ incident: one.id }} open />}
    </Card>
  )
}

/** The major incident it has become, or the way to declare one. */
function Majors({ row, isOpen }: PageProps & { isOpen: boolean }) {
  const say = useSay()
  const found = useList(majorIncident, { incident: row.id, limit: '5' })
  const known = found.data?.pages[0]?.items.find(({ state }) => state !== 'stood-down')
  if (known)
    return (
      <b className="svc-is-major">
        {say(words.isMajor)}{' '}
        <Link to={`/major-incidents/${known.number}`} className="ts-ref">
          {known.number} {known.title}
        </Link>
      </b>
    )
  return isOpen && found.data ? <Declare row={row} /> : null
}
