import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { useCall } from '../../../web/client/hooks.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import { ToneMark } from '../../../web/widgets/StateTag.tsx'
import { readingWords as words } from './words.ts'
import './rulebook.css'

interface Counted {
  readonly signed: number
  readonly open: number
  readonly late: number
}

interface Progress extends Counted {
  readonly departments: readonly (Counted & { readonly number: string | null; readonly name: string | null })[]
}

const parts = [
  ['signed', 'kept'],
  ['open', 'start'],
  ['late', 'broken'],
] as const

/** How many of each department have signed, have yet to, and are late. */
export function CampaignProgress({ row }: PageProps) {
  const say = useSay()
  const { data } = useCall<Progress>(`/reading-campaigns/${row.id}/progress`, {}, ['reading', 'reading-campaign'])
  if (!data || row.state === 'draft') return null
  const to = (state: string) => (
    <Link to="/readings" search={{ campaign: row.id, state } as never}>
      {say(words.whoseList)}
    </Link>
  )
  return (
    <Card size="small" title={say(words.progress)} extra={to('asked')}>
      <ul className="ts-plain">
        <Line name={say(words.together)} one={data} />
        {data.departments.map((one) => (
          <Line key={one.number ?? ''} name={one.name ?? say(words.noDepartment)} one={one} />
        ))}
      </ul>
    </Card>
  )
}

function Line({ name, one }: { name: string; one: Counted }) {
  const say = useSay()
  const all = one.signed + one.open + one.late
  return (
    <li className="rul-progress-line">
      <span>{name}</span>
      <span className="rul-bar" aria-hidden="true">
        {parts.map(([part, tone]) =>
          one[part] > 0 ? <i key={part} className={`is-${tone}`} style={{ flexGrow: one[part] }} /> : null,
        )}
      </span>
      <span className="rul-tally ts-figures">
        {parts.map(([part, tone]) => (
          <span key={part} className={one[part] === 0 ? 'ts-quiet' : ''}>
            <ToneMark tone={tone} /> {say(words[part])} {one[part]}
          </span>
        ))}
        <span className="ts-quiet">/ {all}</span>
      </span>
    </li>
  )
}
