import { Link } from '@tanstack/react-router'
import { Button, Descriptions, Skeleton } from 'antd'
import { useItem } from '../../../../web/client/hooks.ts'
import type { Row } from '../../../../web/client/types.ts'
import { useEntry } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { advisoryItem } from '../../advisory-item/advisory-item.record.ts'
import { adviceWords, advisoryItemWords } from '../../advisory-item/advisory-item.words.ts'
import { changeWords, kindWords, riskWords } from '../../change/change.words.ts'
import { InTheWay, Touched } from '../change/AroundIt.tsx'
import { useStanding } from '../change/standing.ts'
import { changeTones } from '../change/tones.ts'
import { changeScreenWords } from '../change/words.ts'
import type { AgendaItem } from './agenda.ts'
import { boardScreenWords as words } from './words.ts'
import '../change/change.css'

interface OneItemProps {
  readonly item: AgendaItem
  readonly inSession: boolean
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  onStep(by: 1 | -1): void
}

/** One change as a board looks at it: its risk and why, what it touches and meets, and what they say of it. */
export function OneItem({ item, inSession, hasPrevious, hasNext, onStep }: OneItemProps) {
  const say = useSay()
  const entry = useEntry(advisoryItem.name)
  const own = useItem(advisoryItem, item.id, ['advisory-meeting'])
  const { change } = item
  return (
    <section className="brd-one" aria-label={change.title}>
      <div className="brd-head">
        <h3>
          <Link to={`/changes/${change.number}` as '/'}>
            {change.number} {change.title}
          </Link>
        </h3>
        <span className="brd-tags">
          <Button size="small" disabled={!hasPrevious} onClick={() => onStep(-1)}>
            {say(words.previous)}
          </Button>
          <Button size="small" disabled={!hasNext} onClick={() => onStep(1)}>
            {say(words.next)}
          </Button>
        </span>
      </div>
      <Plan item={item} />
      <Around change={change.id} />
      <Said item={item} />
      {own.data && (
        <VerbButtons
          entry={entry}
          row={own.data.item as unknown as Row}
          refs={own.data.refs}
          only={inSession ? ['advise', 'take-off'] : ['take-off']}
        />
      )}
      {!inSession && item.state === 'on-agenda' && <p className="ts-quiet">{say(words.waitsForSession)}</p>}
    </section>
  )
}

function Plan({ item: { change, because, addReason } }: { item: AgendaItem }) {
  const say = useSay()
  const { plannedStart, plannedEnd, startedAt } = change
  return (
    <Descriptions size="small" column={{ xs: 1, md: 2 }} className="brd-plan">
      <Descriptions.Item label={say(changeWords.fields.kind)}>
        {say(kindWords[change.kind])} · {say(advisoryItemWords.choices.because[because])}
      </Descriptions.Item>
      <Descriptions.Item label={say(words.risk)}>
        {change.risk && <StateTag tone={changeTones.change.risk[change.risk]} word={say(riskWords[change.risk])} />}
      </Descriptions.Item>
      <Descriptions.Item label={say(words.window)}>
        <span className="ts-figures">
          {plannedStart && plannedEnd
            ? `${showInstant(plannedStart)} – ${showInstant(plannedEnd)}`
            : startedAt
              ? `${say(words.began)} ${showInstant(startedAt)}`
              : say(words.noWindow)}
        </span>
      </Descriptions.Item>
      <Descriptions.Item label={say(words.owner)}>{change.owner ?? '—'}</Descriptions.Item>
      <Descriptions.Item label={say(words.reason)} span={2}>
        {change.reason}
      </Descriptions.Item>
      {addReason && (
        <Descriptions.Item label={say(advisoryItemWords.fields.addReason)} span={2}>
          {addReason}
        </Descriptions.Item>
      )}
    </Descriptions>
  )
}

/** Where its risk comes from, what stands on it, and what else is on at its time. */
function Around({ change }: { change: string }) {
  const say = useSay()
  const { data } = useStanding(change)
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />
  return (
    <>
      <Touched around={data} />
      {data.reasons.length > 0 && (
        <p className="chg-line">
          <span className="ts-quiet">{say(changeScreenWords.why)}</span>
          {data.reasons.map(({ points, text }) => (
            <span key={text[1]}>
              {say(text)} <span className="ts-quiet ts-figures">+{points}</span>
            </span>
          ))}
        </p>
      )}
      <InTheWay around={data} />
    </>
  )
}

function Said({ item: { advice, said, conditions, dropReason } }: { item: AgendaItem }) {
  const say = useSay()
  if (!advice && !dropReason) return null
  return (
    <div className="brd-said">
      {advice && (
        <p className="chg-line">
          <StateTag tone={changeTones['advisory-item'].advice[advice]} word={say(adviceWords[advice])} />
          {conditions && <span>{conditions}</span>}
        </p>
      )}
      {said && <p className="ts-prose">{said}</p>}
      {dropReason && (
        <p className="ts-quiet">
          {say(advisoryItemWords.fields.dropReason)} {dropReason}
        </p>
      )}
    </div>
  )
}
