import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import { accessReviewItemWords } from '../../access-review-item/access-review-item.words.ts'
import { FrozenRights } from './CodesShow.tsx'
import { standingTones } from './tones.ts'
import { workWords as words } from './words.ts'

export type Item = RowOf<typeof accessReviewItem>
export type Asked = 'keep' | 'revoke' | undefined

interface ReviewItemProps {
  readonly item: Item
  readonly refs: Refs
  readonly here: boolean
  /** What is being decided, and still wants a reason. */
  readonly asked: Asked
  readonly onChoose: () => void
  readonly onKeep: () => void
  readonly onAsk: (asked: Asked) => void
  readonly onDecide: (verb: 'keep' | 'revoke', body: object) => void
}

/** One account to review; the one in hand is open, with its rights and the two decisions. */
export function ReviewItem({ item, refs, here, asked, onChoose, onKeep, onAsk, onDecide }: ReviewItemProps) {
  const say = useSay()
  const nameOf = (id: string | null) => (id ? refs[id]?.label : undefined)
  return (
    <article id={`item-${item.id}`} className={`arv-item ${here ? 'is-here' : ''}`}>
      <button type="button" className="arv-head" aria-expanded={here} onClick={onChoose}>
        <b>{item.title}</b>
        <span>{nameOf(item.person) ?? say(words.nobody)}</span>
        <StateTag
          tone={standingTones[item.standing]}
          word={say(accessReviewItemWords.choices.standing[item.standing])}
        />
        {item.secondOf !== null && <StateTag tone="late" word={say(words.second)} />}
        <span className="ts-grow" />
        <span className="ts-quiet">{nameOf(item.system)}</span>
      </button>
      {here && (
        <>
          <FrozenRights rights={item.rights} />
          <Facts item={item} />
          {asked ? (
            <Why key={asked} item={item} asked={asked} onCancel={() => onAsk(undefined)} onDecide={onDecide} />
          ) : (
            <div className="arv-acts">
              <Button type="primary" onClick={onKeep}>
                {say(words.keep)}
              </Button>
              <Button danger onClick={() => onAsk('revoke')}>
                {say(words.revoke)}
              </Button>
            </div>
          )}
        </>
      )}
    </article>
  )
}

function Facts({ item: { account, lastUsedAt, secondFactor, privileged, shared } }: { item: Item }) {
  const say = useSay()
  const factor = secondFactor === null ? words.unknown : secondFactor ? words.has : words.hasNot
  return (
    <div className="arv-facts ts-quiet">
      {privileged && <span>{say(words.privileged)}</span>}
      {shared && <span>{say(words.shared)}</span>}
      {account !== null && (
        <>
          <span>
            {say(words.factor)}: {say(factor)}
          </span>
          <span className="ts-figures">
            {say(words.lastUsed)}: {lastUsedAt === null ? say(words.unknown) : showInstant(lastUsedAt)}
          </span>
        </>
      )}
    </div>
  )
}

interface WhyProps extends Pick<ReviewItemProps, 'item' | 'onDecide'> {
  readonly asked: 'keep' | 'revoke'
  readonly onCancel: () => void
}

function Why({ item, asked, onCancel, onDecide }: WhyProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [part, setPart] = useState(false)
  const [take, setTake] = useState<readonly string[]>(
    item.rights.filter(({ found, granted }) => found && !granted).map(({ code }) => code),
  )
  const ready = reason.trim() !== '' && (!part || take.length > 0)
  const submit = () => ready && onDecide(asked, { reason, ...(asked === 'revoke' && part ? { take } : {}) })
  const found = item.rights.filter((one) => one.found)
  return (
    <>
      {asked === 'revoke' && found.length > 0 && (
        <>
          <Radio.Group
            value={part}
            onChange={({ target }) => setPart(target.value as boolean)}
            options={[
              { value: false, label: say(words.whole) },
              { value: true, label: say(words.only) },
            ]}
          />
          {part && (
            <Checkbox.Group
              value={[...take]}
              onChange={(codes) => setTake(codes as string[])}
              options={found.map(({ code, name }) => ({ value: code, label: name ?? code }))}
            />
          )}
        </>
      )}
      <Input
        autoFocus
        maxLength={2_000}
        aria-label={say(words.reason)}
        placeholder={say(asked === 'keep' ? words.whyKeep : words.whyRevoke)}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={submit}
        onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      />
      <div className="arv-acts">
        <Button type="primary" danger={asked === 'revoke'} disabled={!ready} onClick={submit}>
          {say(asked === 'keep' ? words.keep : words.revoke)}
        </Button>
        <Button onClick={onCancel}>{say(words.cancel)}</Button>
      </div>
    </>
  )
}
