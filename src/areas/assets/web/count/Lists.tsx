import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { showTime } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type Known, leftIn } from './counting.ts'
import type { Mine } from './kept.ts'
import { Others } from './Others.tsx'
import { countWords as words } from './words.ts'

const mostShown = 100

/** What is left here, what one has counted, and what needs a look: counted by another too, come late, not taken. */
export function Lists({ known, at, me }: { known: Known; at: string | null; me: string }) {
  const say = useSay()
  const isGuided = known.take.mode === 'guided'
  const [shown, show] = useState<'here' | 'mine' | 'conflicts'>(isGuided ? 'here' : 'mine')
  const left = useMemo(() => (isGuided && at ? leftIn(known, at) : []), [known, at, isGuided])
  const own = known.mine.filter(({ by }) => by === me).reverse()
  const wrong = own.filter(needsLook)
  const options = [
    ...(isGuided ? [{ value: 'here' as const, label: `${say(words.here)} ${left.length}` }] : []),
    { value: 'mine' as const, label: `${say(words.mine)} ${own.length}` },
    { value: 'conflicts' as const, label: `${say(words.conflicts)} ${wrong.length}` },
  ]
  return (
    <section className="ct-lists">
      <Segmented block size="large" value={shown} options={options} onChange={show} />
      {shown === 'here' ? (
        left.length === 0 ? (
          <p className="ts-quiet">{say(at ? words.nothingLeft : words.noPlace)}</p>
        ) : (
          <ul className="ts-plain">
            {left.slice(0, mostShown).map(({ asset, tag, name, place }) => (
              <li key={asset}>
                <b>{name}</b>
                <span className="ts-number">{tag}</span>
                {place !== at && <span className="ts-quiet">{nameOf(known, place)}</span>}
              </li>
            ))}
          </ul>
        )
      ) : (
        <Counts
          known={known}
          counts={shown === 'mine' ? own : wrong}
          nothing={say(shown === 'mine' ? words.nothingMine : words.nothingWrong)}
        />
      )}
    </section>
  )
}

const nameOf = ({ take }: Known, place: string | null) => take.places.find(({ id }) => id === place)?.name ?? '—'

const needsLook = ({ status, others }: Mine) => status === 'late' || status === 'refused' || others.length > 0

function Counts({ known, counts, nothing }: { known: Known; counts: readonly Mine[]; nothing: string }) {
  const say = useSay()
  if (counts.length === 0) return <p className="ts-quiet">{nothing}</p>
  return (
    <ul className="ts-plain">
      {counts.slice(0, mostShown).map((one) => (
        <li key={one.key} data-status={one.status}>
          <b>{one.name ?? one.tag}</b>
          <span className="ts-number">{one.tag}</span>
          <span className="ts-quiet ts-figures">
            {showTime(one.countedAt)} · {nameOf(known, one.place)}
          </span>
          <span className="ct-status">{say(words[one.status])}</span>
          <Others count={one} />
        </li>
      ))}
    </ul>
  )
}
