import { Link } from '@tanstack/react-router'
import { Alert, Card, Descriptions, Skeleton } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { AgentStanding } from '../../probe-agent/standing.rules.ts'
import { Age } from '../clock/Age.tsx'
import { outcomeWords } from '../probe/words.ts'
import { health } from '../tones.ts'
import { useStanding } from './standing.ts'
import { agentScreenWords as words } from './words.ts'
import '../parts.css'

/** On an agent's page: when it was heard of, what waits with it, and how the probes stand that it runs. */
export function AboutAgent({ row }: PageProps) {
  const say = useSay()
  const { data, error, refetch } = useStanding(row.id)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  const presence = row['presence']
  return (
    <Card size="small" title={say(words.standing)}>
      {presence === 'missing' && <Alert type="error" showIcon title={say(words.missingNow)} className="ts-gap" />}
      {presence === 'cut-off' && <Alert type="warning" showIcon title={say(words.cutOffNow)} className="ts-gap" />}
      {!data && <Skeleton active />}
      {data && (data.heard ? <Heard heard={data.heard} /> : <p className="ts-quiet">{say(words.notYet)}</p>)}
      {data && <Probes id={row.id} probes={data.probes} />}
    </Card>
  )
}

function Heard({ heard }: { heard: NonNullable<AgentStanding['heard']> }) {
  const say = useSay()
  const { seenAt, host, version, waiting, taken, late, lost } = heard
  const figure = (key: 'waiting' | 'taken' | 'late' | 'lost', count: number) => ({
    key,
    label: say(words[key]),
    children: <span className="ts-figures">{count}</span>,
  })
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, lg: 4 }}
      items={[
        { key: 'seen', label: say(words.lastHeard), children: <Age since={seenAt} /> },
        { key: 'host', label: say(words.host), children: host },
        { key: 'version', label: say(words.version), children: version },
        figure('waiting', waiting),
        figure('taken', taken),
        figure('late', late),
        ...(lost > 0 ? [figure('lost', lost)] : []),
      ]}
    />
  )
}

function Probes({ id, probes }: { id: string; probes: AgentStanding['probes'] }) {
  const say = useSay()
  return (
    <>
      <h3 className="ops-heading">{say(words.probes)}</h3>
      {probes.length === 0 && <p className="ts-quiet">{say(words.noProbes)}</p>}
      {probes.length > 0 && (
        <p className="ops-line">
          {probes.map(({ verdict, count }) => (
            <span key={verdict}>
              <StateTag tone={health[verdict]} word={say(outcomeWords[verdict])} />{' '}
              <span className="ts-figures">{count}</span>
            </span>
          ))}
          <Link to={'/probes' as string} search={{ agent: id } as never}>
            {say(words.allProbes)}
          </Link>
        </p>
      )}
    </>
  )
}
