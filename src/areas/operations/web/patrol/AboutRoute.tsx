import { Link } from '@tanstack/react-router'
import { Button, Card, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { patrolWords as words } from './words.ts'
import './patrol.css'

interface Rounds {
  readonly checkpoints: readonly {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly nameEn: string | null
  }[]
  readonly rounds: readonly {
    readonly number: string
    readonly dueBy: string
    readonly state: 'due' | 'to-sign' | 'done' | 'missed'
    readonly found: Readonly<Record<string, 'well' | 'out'>>
  }[]
}

const tones = { well: 'kept', out: 'late', missed: 'broken', open: 'start' } as const

/** On a route's page: its checkpoints in walking order, and what each of the last rounds found there. */
export function AboutRoute({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const path = `/patrol-routes/${row.id}/rounds`
  const { data, error, refetch } = useCall<Rounds>(path, {}, ['checkpoint', 'duty-task', 'patrol-visit'])
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  const { checkpoints, rounds } = data
  const stateOf = ({ state, found }: Rounds['rounds'][number], id: string) =>
    found[id] ?? (state === 'missed' || state === 'done' ? ('missed' as const) : ('open' as const))
  const said = { well: words.well, out: words.out, missed: words.open, open: words.open }
  return (
    <Card
      size="small"
      title={say(words.rounds)}
      extra={
        checkpoints.length > 0 && (
          <Button size="small" href={`/api${path.replace('/rounds', '/labels')}?lang=${lang}`}>
            {say(words.labels)}
          </Button>
        )
      }
    >
      {checkpoints.length === 0 && (
        <p className="ts-quiet">
          {say(words.noPoints)} <Link to="/checkpoints/new">{say(words.addPoint)} →</Link>
        </p>
      )}
      {rounds.length === 0 && <p className="ts-quiet">{say(words.noRounds)}</p>}
      <div className="pt-rounds">
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.point)}</th>
              {rounds.map(({ number, dueBy }) => (
                <th scope="col" key={number} className="ts-figures">
                  <Link to={`/duty-tasks/${number}`} title={showInstant(dueBy)}>
                    {showInstant(dueBy).slice(5, 10)}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checkpoints.map(({ id, number, name, nameEn }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/checkpoints/${number}`}>{lang === 'en' ? (nameEn ?? name) : name}</Link>
                </th>
                {rounds.map((round) => {
                  const state = stateOf(round, id)
                  return (
                    <td key={round.number} title={say(said[state])}>
                      <span role="img" aria-label={say(said[state])}>
                        <ToneMark tone={tones[state]} />
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
