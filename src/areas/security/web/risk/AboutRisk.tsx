import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, Skeleton } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps, Tone } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { ShownState } from '../../../rulebook/control/state.rules.ts'
import { shownStateWords } from '../../../rulebook/control/state.words.ts'
import type { risk } from '../../risk/risk.record.ts'
import { cellOf, ratings } from '../../risk/risk.rules.ts'
import { riskAcceptance } from '../../risk-acceptance/risk-acceptance.record.ts'
import { riskAcceptanceWords } from '../../risk-acceptance/risk-acceptance.words.ts'
import { riskTones } from '../tones.ts'
import { HeatMap } from './HeatMap.tsx'
import type { RiskStanding } from './risk.ts'
import { riskScreenWords as words } from './words.ts'
import './risk.css'

// Verdicts that move are told as `control-exception`.
const watched = ['risk', 'risk-matrix', 'risk-acceptance', 'control-exception']
const controlTones: Readonly<Record<ShownState, Tone>> = {
  ...{ kept: 'kept', broken: 'broken', 'no-evidence': 'unknown', anew: 'unknown', excepted: 'late' },
}

/** Where a risk stands before and after, how the controls stand that hold it down, and what was accepted of it. */
export function AboutRisk({ row }: PageProps) {
  const say = useSay()
  const found = useCall<RiskStanding>(`/risks/${row.id}/standing`, {}, watched)
  if (found.isError && !found.data) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 5 }} />
  const one = row as unknown as RowOf<typeof risk>
  const { matrix, outdated } = found.data
  return (
    <>
      {outdated && <Alert type="warning" showIcon title={say(words.outdated)} className="ts-gap" />}
      {matrix && one.matrix !== null && (
        <Card size="small">
          <div className="rsk-maps">
            {ratings.map((rating) => {
              const { likelihood, impact } = cellOf(one, rating)
              return (
                <HeatMap
                  key={rating}
                  matrix={matrix}
                  caption={say(words[rating])}
                  cell={(at) => (at.likelihood === likelihood && at.impact === impact ? '●' : '')}
                />
              )
            })}
          </div>
        </Card>
      )}
      <div className="rsk-two">
        <Controls standing={found.data} />
        <Acceptances standing={found.data} row={one} />
      </div>
    </>
  )
}

function Controls({ standing: { controls } }: { standing: RiskStanding }) {
  const say = useSay()
  const kept = controls.filter(({ state }) => state === 'kept').length
  const told = say(words.kept).replace('{n}', `${controls.length}`).replace('{k}', `${kept}`)
  return (
    <Card size="small" title={say(words.controls)} extra={controls.length > 0 && <b className="ts-figures">{told}</b>}>
      {controls.length === 0 && <p className="ts-quiet">{say(words.noControls)}</p>}
      <ul className="ts-plain rsk-lines">
        {controls.map(({ id, title, state, since }) => (
          <li key={id}>
            <StateTag tone={controlTones[state]} word={say(shownStateWords[state])} />
            <Link to={`/controls/${id}` as '/'} className="ts-ref">
              {id} {say(title)}
            </Link>
            {since && (
              <span className="ts-quiet ts-figures">
                {say(words.since)} {showInstant(since)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const acceptableIn = ['assessed', 'treating', 'monitored']

function Acceptances({ standing: { acceptances }, row }: { standing: RiskStanding; row: RowOf<typeof risk> }) {
  const say = useSay()
  const waits = acceptances.some(({ state }) => state === 'requested')
  const asks = mayEver(riskAcceptance.access.create, useSession()) && acceptableIn.includes(row.state) && !waits
  return (
    <Card
      size="small"
      title={say(words.acceptances)}
      extra={
        asks && (
          <Link to={'/risk-acceptances/new' as '/'} search={{ risk: row.id } as never}>
            <Button size="small">{say(words.ask)}</Button>
          </Link>
        )
      }
    >
      <ul className="ts-plain rsk-lines">
        {acceptances.map(({ number, state, decider, endsAt, endedBecause }) => (
          <li key={number}>
            <StateTag tone={riskTones['risk-acceptance'].state[state]} word={say(riskAcceptanceWords.states[state])} />
            <Link to={`/risk-acceptances/${number}` as '/'} className="ts-ref">
              {number}
            </Link>
            <span>{decider}</span>
            <span className="ts-quiet ts-figures">
              {say(words.until)} {showInstant(endsAt)}
            </span>
            {endedBecause && (
              <span className="ts-quiet">{say(riskAcceptanceWords.choices.endedBecause[endedBecause])}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
