import { useSay } from '../../../../web/shell/lang.tsx'
import { useServerNow } from './server-time.ts'
import { ageWords } from './span.ts'

/** How long something has lasted, ticking with the server's clock. */
export function Age({ since }: { since: string }) {
  const say = useSay()
  const now = useServerNow()
  return <span className="ts-figures">{now === undefined ? '' : say(ageWords(now - Date.parse(since)))}</span>
}
