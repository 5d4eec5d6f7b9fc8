import { Tooltip } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { Found } from '../../config-checklist/items.rules.ts'
import { foundTones } from './tones.ts'
import { configScreenWords as words } from './words.ts'

export interface Shown extends Pick<Found, 'is' | 'found' | 'note' | 'accepted'> {
  readonly wanted: Words
}

/** What was found of one item, with its tone; what it should be stands behind it. */
export function Cell({ cell: { is, found, note, accepted, wanted } }: { cell: Shown }) {
  const say = useSay()
  const why = [`${say(words.is[is])} · ${say(words.wanted)} ${say(wanted)}`, accepted && say(words.accepted), note]
  const value = found === null ? (note ?? '') : found === '' ? say(words.empty) : found
  return (
    <Tooltip title={why.filter(Boolean).join(' · ')}>
      <span className="cfg-cell">
        <ToneMark tone={accepted ? 'late' : foundTones[is]} />
        <span className={`ts-figures ${is === 'drift' ? 'is-broken' : found === null ? 'ts-quiet' : ''}`}>
          {/^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value}
        </span>
      </span>
    </Tooltip>
  )
}
