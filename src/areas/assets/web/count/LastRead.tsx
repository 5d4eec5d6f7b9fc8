import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { type Known, pathOf, type Reading } from './counting.ts'
import type { Mine } from './kept.ts'
import { Others } from './Others.tsx'
import { countWords as words } from './words.ts'

const tones = {
  found: 'kept',
  'wrong-place': 'late',
  'wrong-holder': 'late',
  surplus: 'late',
  twice: 'late',
  noted: 'progress',
} as const satisfies Record<string, Tone>

type Asset = Extract<Reading, { is: 'asset' }>

interface LastReadProps {
  readonly known: Known
  readonly reading: Asset
  /** Where it was counted; undefined where it had been counted here before. */
  readonly mine: Mine | undefined
  readonly onAgain: (values: { holder?: string; note?: string }) => void
}

/** What was read last, as large as it matters: what it is, whether it is right, and what else there is to say of it. */
export function LastRead({ known, reading, mine, onAgain }: LastReadProps) {
  const say = useSay()
  const [asking, setAsking] = useState<'holder' | 'note'>()
  const { take } = known
  const { line, tag } = reading
  const result = (mine?.result ?? reading.said) as keyof typeof tones
  const isUnknown = result === 'surplus' && mine?.status === 'kept' && mine.name === null
  const name = line?.name ?? mine?.name ?? null
  return (
    <section className="ct-last" data-tone={tones[result]} aria-live="polite">
      <StateTag tone={tones[result]} word={say(isUnknown ? words.unknownTag : words[result])} />
      <h2>{name ?? tag}</h2>
      {name && <p className="ts-number">{tag}</p>}
      {line && result === 'wrong-place' && (
        <p>
          {say(words.registeredAt)}: {pathOf(take.places, line.place) || '—'}
        </p>
      )}
      {line?.holder && (
        <p className="ts-quiet">
          {say(words.registeredTo)}: {take.people.find(({ id }) => id === line.holder)?.name ?? '—'}
        </p>
      )}
      {mine && <Others count={mine} />}
      <div className="ct-more">
        {mine ? (
          <>
            <Button onClick={() => setAsking('holder')}>{say(words.otherHolder)}</Button>
            <Button onClick={() => setAsking('note')}>{say(words.addNote)}</Button>
          </>
        ) : (
          <>
            <span>{say(words.again)}</span>
            <Button onClick={() => onAgain({})}>{say(words.countAgain)}</Button>
          </>
        )}
      </div>
      {asking && (
        <Ask
          known={known}
          what={asking}
          onClose={() => setAsking(undefined)}
          onSave={(value) => {
            setAsking(undefined)
            onAgain({ [asking]: value })
          }}
        />
      )}
    </section>
  )
}

interface AskProps {
  readonly known: Known
  readonly what: 'holder' | 'note'
  readonly onSave: (value: string) => void
  readonly onClose: () => void
}

function Ask({ known, what, onSave, onClose }: AskProps) {
  const say = useSay()
  const [value, setValue] = useState<string>()
  const label = say(what === 'holder' ? words.whoHolds : words.addNote)
  return (
    <Modal
      open
      title={label}
      okText={say(words.save)}
      cancelText={say(words.back)}
      okButtonProps={{ disabled: !value?.trim() }}
      onOk={() => value && onSave(value.trim())}
      onCancel={onClose}
    >
      {what === 'holder' ? (
        <Select
          size="large"
          style={{ width: '100%' }}
          aria-label={label}
          showSearch={{ optionFilterProp: 'label' }}
          options={known.take.people.map(({ id, name }) => ({ value: id, label: name }))}
          value={value}
          onChange={setValue}
        />
      ) : (
        <Input.TextArea
          rows={3}
          maxLength={1_000}
          aria-label={label}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      )}
    </Modal>
  )
}
