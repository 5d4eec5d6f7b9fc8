import { showAgo, showInstant } from '../format/time.ts'
import { useLang, useSay } from '../shell/lang.tsx'
import { ToneMark } from '../widgets/StateTag.tsx'
import { useNow } from './now.ts'
import { nearness } from './reading.ts'
import { clockWords as words } from './words.ts'
import './clocks.css'

/** When a row's next clock is due: overdue and within the hour have a shape and a colour of their own. */
export function DueShow({ dueAt }: { dueAt: string }) {
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const near = nearness(dueAt, now)
  const ago = showAgo(dueAt, new Date(now), lang)
  const tone = near === 'over' ? 'broken' : 'late'
  const word = say(near === 'over' ? words.breached : words.due)
  return (
    <time dateTime={dueAt} title={`${showInstant(dueAt, true)} · ${word} · ${ago}`} className="ts-figures">
      {near === 'ahead' ? (
        showInstant(dueAt)
      ) : (
        <span className={`ts-state is-${tone}`}>
          <ToneMark tone={tone} />
          {showInstant(dueAt)}
          <span className="ts-sr">{word}</span>
        </span>
      )}
    </time>
  )
}
