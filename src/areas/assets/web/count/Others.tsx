import { showTime } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { Mine } from './kept.ts'
import { countWords as words } from './words.ts'

/** Who else counted the same thing, where and when; or why it was not taken. */
export function Others({ count }: { count: Mine }) {
  const say = useSay()
  const isZh = useLang() === 'zh'
  return (
    <>
      {count.why && <p className="ct-conflict">{count.why[isZh ? 0 : 1]}</p>}
      {count.others.map((one) => (
        <p key={one.countedAt} className="ct-conflict">
          {one.counter} {say(words.also)} {one.place ?? '—'}{' '}
          <span className="ts-figures">{showTime(one.countedAt)}</span>
        </p>
      ))}
    </>
  )
}
