import { ToolOutlined } from '@ant-design/icons'
import { showInstant, showTime } from '../../../../web/format/time.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { Age } from '../clock/Age.tsx'
import { useServerNow } from '../clock/server-time.ts'
import type { MapNode, Placed } from './map.ts'
import { choiceWords, maintainedWords, mapWords } from './words.ts'

export const boxSize = { width: 196, height: 46 }

/** Unknown is never green. */
export const healthTone: Readonly<Record<Placed['health'], Tone>> = {
  up: 'kept',
  slow: 'late',
  down: 'broken',
  unknown: 'unknown',
  stopped: 'ended',
}

/** Health as shape, word and colour. */
export function HealthTag({ health }: { health: Placed['health'] }) {
  const say = useSay()
  return <StateTag tone={healthTone[health]} word={say(choiceWords('health', health))} />
}

/** A filled diamond for what trading stands on, an empty one for what is important; nothing for the rest. */
export function CriticalityMark({ criticality }: Pick<Placed, 'criticality'>) {
  const say = useSay()
  if (criticality === 'ordinary') return null
  const word = say(choiceWords('criticality', criticality))
  return (
    <span className="ops-critical" title={word} role="img" aria-label={word}>
      {criticality === 'trading' ? '◆' : '◇'}
    </span>
  )
}

/** It is worked on: a spanner, and until when. */
export function MaintainedMark({ until }: { until: string | null | undefined }) {
  const say = useSay()
  if (!until) return null
  const word = say(maintainedWords(showTime(until)))
  return <ToolOutlined className="ops-maintained" title={word} aria-label={word} />
}

interface ComponentBoxProps {
  readonly node: MapNode
  readonly chosen: boolean
  /** Another one is chosen that has nothing to do with it. */
  readonly faded: boolean
  readonly onChoose: () => void
}

/** A component on the map: how it is, since when, in which version. */
export function ComponentBox({ node, chosen, faded, onChoose }: ComponentBoxProps) {
  const say = useSay()
  const { health, since, installedVersion } = node
  const bad = health === 'down' || health === 'slow'
  return (
    <button
      type="button"
      className={[
        `ts-node is-${healthTone[health]}`,
        chosen && 'is-chosen',
        faded && 'is-faded',
        node.maintenance && 'is-maintained',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-pressed={chosen}
      onClick={onChoose}
      title={`${node.code} ${node.name}`}
    >
      <span className="ts-node-line">
        <span className="ts-node-name">{node.name}</span>
        <MaintainedMark until={node.maintenance?.endsAt} />
        <CriticalityMark criticality={node.criticality} />
      </span>
      <span className="ts-node-line">
        <span className={`ts-state is-${healthTone[health]}`}>
          <ToneMark tone={healthTone[health]} />
          {say(choiceWords('health', health))}
        </span>
        {since && <span className="ts-quiet">{bad ? <Age since={since} /> : <Since at={since} />}</span>}
        <span className="ts-quiet is-rest">{installedVersion}</span>
      </span>
    </button>
  )
}

/** Since when, as short as it can be said: the time, or the date where it was not within a day. */
export function Since({ at }: { at: string }) {
  const say = useSay()
  const now = useServerNow()
  const recent = now !== undefined && now - Date.parse(at) < 86_400_000
  return (
    <time dateTime={at} title={showInstant(at, true)} className="ts-figures">
      {`${say(mapWords.since)} ${recent ? showTime(at) : showInstant(at).slice(5, 10)}`}
    </time>
  )
}
