import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { Around, Standing } from './standing.ts'
import { changeScreenWords as words } from './words.ts'

/** What a change touches, where its risk comes from, and what else is on at its time. */
export function AroundIt({ standing }: { standing: Standing }) {
  const say = useSay()
  return (
    <Card size="small" title={say(words.impact)}>
      <Touched around={standing} />
      <p className="chg-line">
        <span className="ts-quiet">{say(words.why)}</span>
        {standing.reasons.length === 0 && <span className="ts-quiet">{say(words.noRisk)}</span>}
        {standing.reasons.map(({ points, text }) => (
          <span key={text[1]}>
            {say(text)} <span className="ts-quiet ts-figures">+{points}</span>
          </span>
        ))}
      </p>
      <InTheWay around={standing} />
    </Card>
  )
}

/** Services and components that stand on what is changed, nearest first. */
export function Touched({ around: { affected, services, trading } }: { around: Around }) {
  const say = useSay()
  return (
    <>
      <p className="chg-line">
        {trading && (
          <b className="is-broken">
            <ToneMark tone="broken" /> {say(words.trading)}
          </b>
        )}
        {affected.length === 0 && <span className="ts-quiet">{say(words.noAffected)}</span>}
        {affected.map(({ id, number, name }) => (
          <Link key={id} to={`/components/${number}`} className="ts-ref">
            {name}
          </Link>
        ))}
      </p>
      {services.length > 0 && (
        <p className="chg-line">
          <span className="ts-quiet">{say(words.services)}</span>
          {services.map(({ id, number, name }) => (
            <Link key={id} to={`/services/${number}`} className="ts-ref">
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}

/** Freezes and changes at the same time, with what they have in common. */
export function InTheWay({ around: { freezes, clashes } }: { around: Pick<Around, 'freezes' | 'clashes'> }) {
  const say = useSay()
  if (freezes === null) return <p className="is-late">{say(words.unknownCalendar)}</p>
  if (freezes.length + clashes.length === 0) return <p className="ts-quiet">{say(words.nothingElse)}</p>
  return (
    <div>
      <span className="ts-quiet">{say(words.atTheTime)}</span>
      <ul className="ts-plain chg-way">
        {freezes.map(({ from, to, title, number }) => (
          <li key={`${from} ${title[1]}`}>
            <ToneMark tone="late" />
            {number ? <Link to={`/freeze-windows/${number}`}>{say(title)}</Link> : <span>{say(title)}</span>}
            <span className="ts-figures ts-quiet">
              {showInstant(from)} – {showInstant(to)}
            </span>
          </li>
        ))}
        {clashes.map(({ number, title, from, to, same, related }) => (
          <li key={number}>
            <ToneMark tone={same.length > 0 ? 'broken' : 'late'} />
            <Link to={`/changes/${number}`}>
              {number} {title}
            </Link>
            <span className="ts-figures ts-quiet">
              {showInstant(from)} – {showInstant(to)}
            </span>
            <span>
              {say(same.length > 0 ? words.same : words.related)}: {(same.length > 0 ? same : related).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
