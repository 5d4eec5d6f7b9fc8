import { Link } from '@tanstack/react-router'
import type { Refs } from '../../../../web/client/types.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { type Verdict, verdictWords } from '../../resource/resource.rules.ts'
import type { Resource } from '../../resource/shape.rules.ts'
import { Figures } from './Figures.tsx'
import { resourceWords as words } from './words.ts'

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  retire: 'broken',
  renew: 'late',
  move: 'progress',
  keep: 'kept',
}

/** One asset: what should become of it, why, and the figures on which that stands. */
export function Line({ one, refs }: { one: Resource; refs: Refs }) {
  const say = useSay()
  return (
    <li className="rsc-line">
      <div className="rsc-what">
        <StateTag tone={verdictTones[one.verdict]} word={say(verdictWords[one.verdict])} />
        <Link to={`/assets/${one.number}`} className="ts-ref">
          <span className="ts-figures">{one.tag}</span> {one.name}
        </Link>
        <span className="ts-quiet">
          <RefLink id={one.category} refs={refs} />
          {one.model && (
            <>
              {' · '}
              <RefLink id={one.model} refs={refs} />
            </>
          )}
        </span>
      </div>
      <Reasons reasons={one.reasons} />
      <Figures figures={one.figures} />
    </li>
  )
}

/** Each reason in words; a grave one says so. */
export function Reasons({ reasons }: Pick<Resource, 'reasons'>) {
  const say = useSay()
  if (reasons.length === 0) return null
  return (
    <ul className="ts-plain rsc-reasons">
      {reasons.map(({ code, grave, words: text }) => (
        <li key={code} className={grave ? 'is-grave' : ''}>
          {say(text)}
          {grave && <span className="rsc-grave">{say(words.grave)}</span>}
        </li>
      ))}
    </ul>
  )
}
