import { Link } from '@tanstack/react-router'
import { showAgo, showInstant } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { isMyTurn, isOver, type Matter, placeOf } from './matters.ts'
import { standingWords } from './words.ts'

/** Matters as lines wide enough for a thumb: what, how it stands, since when. */
export function MatterList({ items, empty }: { items: readonly Matter[]; empty?: string }) {
  const say = useSay()
  const lang = useLang()
  if (items.length === 0) return empty ? <p className="ts-quiet">{empty}</p> : null
  return (
    <ul className="ts-plain svc-matters">
      {items.map((one) => (
        <li key={one.id}>
          <Link to={placeOf(one)}>
            <b>{lang === 'en' && one.titleEn ? one.titleEn : one.title}</b>
            <span className={`svc-standing${isMyTurn(one) ? ' is-mine' : isOver(one) ? ' is-over' : ''}`}>
              {say(standingWords[one.state] ?? [one.state, one.state])}
            </span>
            <time className="ts-quiet ts-figures" dateTime={one.createdAt} title={showInstant(one.createdAt)}>
              {showAgo(one.createdAt, new Date(), lang)}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  )
}
