import { useQuery } from '@tanstack/react-query'
import { Card, Popover } from 'antd'
import type { Words } from '../../record/words.ts'
import { api } from '../client/api.ts'
import { keyOf } from '../client/live.ts'
import { showInstant, showTime } from '../format/time.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { useNow } from './now.ts'
import { type ClockShown, shareOf, standing, timeWords } from './reading.ts'
import { clockWords as words } from './words.ts'
import './clocks.css'

const againMs = 30_000

/** Beside a record: how each of its clocks stands, and on hover or focus why. Nothing to see where no target applies. */
export function Clocks({ entry, row }: PageProps) {
  const say = useSay()
  const { record } = entry
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(record.name, 'of', row.id, 'clocks'),
    queryFn: ({ signal }) => api.call<{ items: ClockShown[] }>(`/${record.plural}/${row.id}/clocks`, { signal }),
    enabled: record.clocks !== undefined,
    refetchInterval: againMs,
  })
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data || data.items.length === 0) return null
  return (
    <Card size="small" title={say(words.clocks)}>
      <ul className="ts-timers">
        {data.items.map((one) => (
          <li key={one.clock}>
            <Clock clock={one} name={say(entry.words.clocks?.[one.clock] ?? [one.clock, one.clock])} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Clock({ clock, name }: { clock: ClockShown; name: string }) {
  const say = useSay()
  const now = useNow()
  const { tone, word } = standing(clock, now)
  const share = Math.round(shareOf(clock) * 100)
  return (
    <Popover content={<Why clock={clock} />} title={`${name} · ${say(words.why)}`} trigger={['hover', 'focus']}>
      <button type="button" className="ts-timer">
        <span className="ts-timer-head">
          <b>{name}</b>
          <StateTag tone={tone} word={say(word)} />
        </span>
        <span className={`ts-timer-bar is-${tone}`} role="img" aria-label={`${share}%`}>
          <span style={{ width: `${share}%` }} />
          {clock.open && clock.target.warnAt !== null && <i style={{ left: `${clock.target.warnAt * 100}%` }} />}
        </span>
        <span className="ts-timer-foot ts-figures">
          <span>{say(spent(clock))}</span>
          {clock.open && clock.dueAt && (
            <time dateTime={clock.dueAt} className="ts-quiet">
              {showInstant(clock.dueAt)} {say(words.due)}
            </time>
          )}
        </span>
      </button>
    </Popover>
  )
}

/** What is left, what it is over, or what it took, in working time. */
function spent({ state, open, leftSeconds, ranSeconds }: ClockShown): Words {
  if (state === 'unknown') return words.unknownHint
  const [zh, en] = timeWords(open || leftSeconds < 0 ? leftSeconds : ranSeconds)
  if (leftSeconds < 0) return [`${words.over[0]} ${zh}`, `${en} ${words.over[1]}`]
  return open
    ? [`${words.left[0]} ${zh}`, `${en} ${words.left[1]}`]
    : [`${words.used[0]} ${zh}`, `${words.used[1]} ${en}`]
}

/** What the due time rests on: target, calendar, what ran and stood, and the stretches of work that are still to come. */
function Why({ clock }: { clock: ClockShown }) {
  const say = useSay()
  const { target, calendar, ranSeconds, pausedSeconds, ahead, state } = clock
  const facts: [Words, string][] = [
    [words.target, `${target.name} · ${say(timeWords(target.minutes * 60))}`],
    [words.calendar, calendar.name],
    [words.ran, say(timeWords(ranSeconds))],
    ...(pausedSeconds > 0 ? [[words.waited, say(timeWords(pausedSeconds))] as [Words, string]] : []),
  ]
  return (
    <div className="ts-timer-why">
      <dl>
        {facts.map(([label, value]) => (
          <div key={label[1]}>
            <dt>{say(label)}</dt>
            <dd className="ts-figures">{value}</dd>
          </div>
        ))}
      </dl>
      {state === 'paused' && <p>{say(words.pausedHint)}</p>}
      {state === 'unknown' && <p>{say(words.unknownHint)}</p>}
      {ahead.length > 0 && (
        <>
          <div className="ts-quiet">{say(words.ahead)}</div>
          <ol className="ts-plain ts-figures">
            {ahead.map(({ from, to }) => (
              <li key={from}>
                {showInstant(from)} –{' '}
                {showInstant(from).slice(0, 10) === showInstant(to).slice(0, 10) ? showTime(to) : showInstant(to)}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
