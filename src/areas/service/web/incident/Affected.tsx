import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Reach } from './outlook.ts'
import { moreComponents, incidentScreenWords as words } from './words.ts'

/** What stands on a component: the services by name, how many components, and whether trading is among it. */
export function Affected({ reach: { services, components, trading } }: { reach: Reach }) {
  const say = useSay()
  const above = components.filter(({ distance }) => distance > 0)
  return (
    <p className="svc-affected">
      <span className="ts-quiet">{say(words.standing)}</span>{' '}
      {services.length === 0 && <span className="ts-quiet">{say(words.noService)}</span>}
      {services.map(({ id, number, name }) => (
        <Link key={id} to={`/services/${number}`} className="ts-ref">
          {name}
        </Link>
      ))}
      {above.length > 0 && (
        <span className="ts-quiet" title={above.map(({ name }) => name).join(', ')}>
          {say(moreComponents(above.length))}
        </span>
      )}
      {trading ? (
        <b className="is-broken">{say(words.trading)}</b>
      ) : (
        <span className="ts-quiet">{say(words.noTrading)}</span>
      )}
    </p>
  )
}
