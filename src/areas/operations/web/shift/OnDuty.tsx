import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { showTime } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { findingWords } from '../../roster/finding.words.ts'
import { shiftWords } from '../../shift/shift.words.ts'
import { useServerNow } from '../clock/server-time.ts'
import { Panel, Quiet } from '../duty/Panel.tsx'
import { type OnDutyPosition, useOnNow, useProofAhead } from './on-now.ts'
import { shiftTones } from './tones.ts'
import { holesAheadWords, shiftScreenWords as words } from './words.ts'
import './shift.css'

/** Who stands where now, who is awaited, and what the handover wants. */
export function OnDuty() {
  const say = useSay()
  const { data, error, refetch } = useOnNow()
  if (error && !data) return <Panel title={words.onDuty}>{<LoadFailed error={error} retry={() => refetch()} />}</Panel>
  return (
    <Panel title={words.onDuty} extra={<Link to="/rosters">{say(words.rosters)} →</Link>}>
      {!data && <Skeleton active title={false} paragraph={{ rows: 2 }} className="ops-pad" />}
      {data?.positions.length === 0 && (
        <Quiet title={words.noPositions} hint={words.noPositionsHint}>
          <Link to="/duty-positions">{say(words.toPositions)} →</Link>
        </Quiet>
      )}
      <ul className="shf-now">
        {data?.positions.map((one) => (
          <Position key={one.id} position={one} />
        ))}
      </ul>
      {data && data.positions.length > 0 && <Ahead />}
    </Panel>
  )
}

function Position({ position: { name, nameEn, people, next } }: { position: OnDutyPosition }) {
  const say = useSay()
  const now = useServerNow()
  return (
    <li>
      <b className="shf-place">{say([name, nameEn ?? name])}</b>
      <div className="shf-people">
        {people.length === 0 && (
          <span className="ts-quiet">
            <ToneMark tone="unknown" /> {say(words.nobody)}
          </span>
        )}
        {people.map(({ person, until, shift, signed, late }) => (
          <span key={person.id} className="shf-person" data-row={shift?.number}>
            {shift ? (
              <Link to={`/shifts/${shift.number}`} className="ts-ref">
                {person.name}
              </Link>
            ) : (
              person.name
            )}
            {shift && signed ? (
              <StateTag
                tone={shiftTones.shift.state[shift.state as 'on-duty'] ?? 'start'}
                word={say(shiftWords.states[shift.state as 'on-duty'] ?? [shift.state, shift.state])}
              />
            ) : (
              <StateTag tone={late ? 'broken' : 'late'} word={say(words.planned)} />
            )}
            <span className="ts-quiet ts-figures">
              {say(words.until)} {showTime(until)}
              {signed && now !== undefined && Date.parse(until) < now && ` · ${say(words.overdue)}`}
            </span>
          </span>
        ))}
        {next && (
          <span className="shf-next ts-quiet">
            {say(words.next)} <span className="ts-figures">{showTime(next.at)}</span>{' '}
            {next.shift ? (
              <Link to={`/shifts/${next.shift}`} className="ts-ref">
                {next.person.name}
              </Link>
            ) : (
              next.person.name
            )}
          </span>
        )}
      </div>
    </li>
  )
}

/** Whether the coming days are whole by what is published: named to the minute where they are not. */
function Ahead() {
  const say = useSay()
  const { data } = useProofAhead()
  if (!data) return null
  const { findings } = data
  return (
    <div className="shf-ahead">
      <span className="ts-quiet">{say(words.ahead)}</span>{' '}
      {findings.length === 0 ? (
        <StateTag tone="kept" word={say(words.aheadWhole)} />
      ) : (
        <>
          <StateTag tone="broken" word={say(holesAheadWords(findings.length))} />
          <ul>
            {findings.slice(0, 3).map((one) => (
              <li key={`${one.kind}${one.from}${one.position?.id}`} className="ts-figures">
                {say(findingWords(one))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
