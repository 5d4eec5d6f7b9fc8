import { EditOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Field } from '../../record/field.ts'
import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import { useSay } from '../shell/lang.tsx'
import { LinkPicker } from '../widgets/LinkPicker.tsx'
import type { MissingName } from './import.ts'
import { becomesOf, rowsOf, words } from './import.words.ts'
import { askedOf, type Settled } from './unknown.ts'

interface NameLineProps {
  readonly entry: Entry
  readonly name: MissingName
  readonly settled: Settled
  readonly mayMake: boolean
  /** What was wrong with it when it was to be made. */
  readonly faults: readonly string[]
  readonly onChange: (next: Settled) => void
}

/** One name that nobody knows: how many rows want it, and what is to become of it. */
export function NameLine({ entry, name, settled, mayMake, faults, onChange }: NameLineProps) {
  const say = useSay()
  const { record } = entry
  const asked = askedOf(record, name)
  const [open, setOpen] = useState(false)
  const isOpen = open || faults.length > 0
  const refs = Object.fromEntries(
    name.like.map(({ id, number, label }) => [id, { record: record.name, id, number, label }]),
  )
  return (
    <div className="ts-name">
      <div className="ts-name-line">
        <strong>{name.text}</strong>
        <span className="ts-quiet ts-figures">{say(rowsOf(name.rows))}</span>
        <Select<Settled['as']>
          size="small"
          value={settled.as}
          aria-label={say(becomesOf(name.text))}
          options={[
            { value: 'make', label: say(words.make), disabled: !mayMake },
            { value: 'same', label: say(words.isThis) },
            { value: 'empty', label: say(words.leaveEmpty) },
            { value: 'leave', label: say(words.leaveAtFault) },
          ]}
          onChange={(as) => onChange({ ...settled, as, same: as === 'same' ? name.like[0]?.id : undefined })}
        />
        {settled.as === 'same' && (
          <span className="ts-name-same">
            <LinkPicker
              to={record.name}
              refs={refs as never}
              value={settled.same ? [settled.same] : []}
              label={say(words.isThis)}
              onChange={([same]) => onChange({ ...settled, same })}
            />
          </span>
        )}
        {settled.as === 'make' && !isOpen && (
          <>
            <Summary entry={entry} asked={asked} settled={settled} />
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={`${say(words.correct)} ${name.text}`}
              onClick={() => setOpen(true)}
            />
          </>
        )}
      </div>
      {settled.as === 'make' && isOpen && (
        <div className="ts-name-values">
          {asked.map((field) => (
            <ValueEdit
              key={field}
              field={record.fields[field]}
              label={say(entry.words.fields[field] ?? [field, field])}
              choices={(entry.words.choices as Record<string, Record<string, Words>>)[field] ?? {}}
              value={settled.values[field] ?? ''}
              onChange={(value) => onChange({ ...settled, values: { ...settled.values, [field]: value } })}
            />
          ))}
        </div>
      )}
      {faults.map((fault) => (
        <div key={fault} role="alert" className="ts-name-fault">
          {fault}
        </div>
      ))}
    </div>
  )
}

function Summary({ entry, asked, settled }: { entry: Entry; asked: readonly string[]; settled: Settled }) {
  const say = useSay()
  const choices = entry.words.choices as Record<string, Record<string, Words>>
  const told = asked.flatMap((field) => {
    const value = settled.values[field]
    const isSame = field === entry.record.label || value === settled.values[entry.record.label]
    if (isSame && value !== undefined) return []
    const word = value ? (choices[field]?.[value] ?? [value, value]) : words.notSaid
    return [`${say(entry.words.fields[field] ?? [field, field])} ${say(word)}`]
  })
  return <span className="ts-quiet">{told.join(' · ')}</span>
}

interface ValueEditProps {
  readonly field: Field
  readonly label: string
  readonly choices: Readonly<Record<string, Words>>
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A value as a file would say it; of a choice, its code. */
function ValueEdit({ field, label, choices, value, onChange }: ValueEditProps) {
  const say = useSay()
  const options =
    field.kind === 'flag'
      ? [words.yes, words.no].map((word) => ({ value: word[0], label: say(word) }))
      : Object.entries(choices).map(([code, word]) => ({ value: code, label: say(word) }))
  return (
    <div>
      <span className="ts-quiet">{label}</span>
      {options.length > 0 ? (
        <Select size="small" value={value || null} options={options} onChange={onChange} aria-label={label} />
      ) : (
        <Input size="small" value={value} onChange={({ target }) => onChange(target.value)} aria-label={label} />
      )}
    </div>
  )
}
