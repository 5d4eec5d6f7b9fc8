import { Link } from '@tanstack/react-router'
import { Button, Card, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { RuleArea } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import { audit } from '../../audit/audit.record.ts'
import { auditWords } from '../../audit/audit.words.ts'
import { auditTones } from './tones.ts'
import { auditPageWords as words } from './words.ts'
import './audit.css'

interface Placed {
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly state: keyof typeof auditWords.states
  readonly areas: readonly RuleArea[]
  readonly startsOn: string
  readonly endsOn: string
  readonly lead: string
  readonly items: number
  readonly judged: number
}

const months = Array.from({ length: 12 }, (_, n) => `${n + 1}`)

/** Where in a year a date lies, as a share of it; what lies beyond its ends stands at them. */
const placeIn = (year: number, date: string): number => {
  const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
  return Math.min(100, Math.max(0, ((Date.parse(date) - from) / (to - from)) * 100))
}

/** A plan on its year: each audit from when to when, how far it is, and which areas no audit covers yet. */
export function PlanYear({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const arranges = mayEver(audit.access.create, useSession())
  const { data, error, refetch } = useCall<{ today: string; audits: readonly Placed[]; refs: Refs }>(
    `/audit-plans/${row.id}/year`,
    {},
    ['audit', 'audit-item', 'audit-plan'],
  )
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 4 }} />
  const year = row['year'] as number
  const covered = new Set(data.audits.flatMap(({ areas }) => areas))
  const uncovered = (row['areas'] as RuleArea[]).filter((area) => !covered.has(area))
  return (
    <Card
      size="small"
      title={`${say(words.year)} ${year}`}
      extra={
        arranges &&
        row.state === 'approved' && (
          <Link to="/audits/new" search={{ plan: row.id } as never}>
            <Button size="small">{say(words.arrange)}</Button>
          </Link>
        )
      }
    >
      {data.audits.length === 0 && <p className="ts-quiet">{say(words.noAudits)}</p>}
      <div className="adt-year">
        <div className="adt-months ts-figures ts-quiet" aria-hidden>
          <span />
          <span className="adt-lane">
            {months.map((month) => (
              <i key={month}>{month}</i>
            ))}
          </span>
        </div>
        {data.audits.map((one) => {
          const [from, to] = [placeIn(year, one.startsOn), placeIn(year, one.endsOn)]
          const tone = auditTones.audit.state[one.state as 'closed'] ?? 'start'
          return (
            <div key={one.number} className="adt-months">
              <span className="adt-about">
                <Link to={`/audits/${one.number}` as '/'}>
                  {lang === 'en' ? (one.titleEn ?? one.title) : one.title}
                </Link>
                <StateTag tone={tone} word={say(auditWords.states[one.state])} />
                <span className="ts-quiet ts-figures">
                  {one.startsOn.slice(5)} – {one.endsOn.slice(5)}
                  {one.items > 0 && ` · ${one.judged}/${one.items}`}
                  {data.refs[one.lead] && ` · ${data.refs[one.lead]?.label}`}
                </span>
              </span>
              <span className="adt-lane" aria-hidden>
                <span
                  className={`adt-span is-${tone}`}
                  style={{ left: `${Math.min(99, from)}%`, width: `${Math.max(1, to - from)}%` }}
                />
                <em style={{ left: `${placeIn(year, data.today)}%` }} />
              </span>
            </div>
          )
        })}
      </div>
      {uncovered.length > 0 && (
        <p className="adt-uncovered">
          <StateTag tone="late" word={say(words.uncovered)} />{' '}
          {uncovered.map((area) => say(areaWords[area])).join(' · ')}
        </p>
      )}
    </Card>
  )
}
