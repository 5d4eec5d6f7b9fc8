import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useServerNow } from '../clock/server-time.ts'
import { dayWords } from '../clock/words.ts'
import { logScreenWords as words } from './words.ts'

/** On paper alone: which log this is, and when it was printed. */
export function PrintHead({ day }: { day: string }) {
  const say = useSay()
  const now = useServerNow()
  return (
    <header className="ops-print-head">
      <h1>{say(words.title)}</h1>
      <span>
        {day} {say(dayWords(day))}
      </span>
      {now !== undefined && (
        <span>
          {say(words.printedAt)} {showInstant(new Date(now).toISOString())}
        </span>
      )}
    </header>
  )
}
