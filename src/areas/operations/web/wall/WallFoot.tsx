import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Wall } from '../../wall-screen/wall.rules.ts'
import { openWords, wallWords as words } from './words.ts'

/** Below every view: what is most urgent, and who is here. */
export function WallFoot({ wall: { alarms, positions } }: { wall: Wall }) {
  const say = useSay()
  const lang = useLang()
  const [worst] = alarms.items
  const here = positions.flatMap(({ people }) => people.filter(({ signed }) => signed).map(({ name }) => name))
  return (
    <footer className="wall-foot">
      {worst ? (
        <p className={`wall-worst is-${worst.severity === 'critical' ? 'broken' : 'late'}`}>
          <StateTag
            tone={worst.severity === 'critical' ? 'broken' : 'late'}
            word={say(openWords(alarms.open, alarms.firing))}
          />
          <span className="wall-ellipsis">{(lang === 'en' && worst.titleEn) || worst.title}</span>
        </p>
      ) : (
        <p className="is-kept">
          <StateTag tone="kept" word={say(words.noAlarms)} />
        </p>
      )}
      <p className="wall-here">
        {say(words.duty)} <b>{[...new Set(here)].join(' · ') || '—'}</b>
      </p>
    </footer>
  )
}
