import type { Field } from '../../../record/field.ts'
import { fieldsOfRecord } from '../../../record/record.ts'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { useEntryIf } from '../../context.ts'
import { useSay } from '../../shell/lang.tsx'
import { words } from '../../words.ts'
import { JsonText } from '../JsonText.tsx'
import { ValueEdit, ValueShow } from './Value.tsx'

type Values = Readonly<Record<string, unknown>>

interface ValuesProps {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: Values) => void
  /** The record, by name, that the values are for. */
  readonly record: unknown
}

/** What a new record of a kind is made of: each of its fields asked for as its own kind is. */
export function ValuesEdit({ id, value, onChange, record }: ValuesProps) {
  const say = useSay()
  const entry = useEntryIf(record)
  const now = (value ?? {}) as Values
  if (!entry) return <span className="ts-quiet">{say(words.pick)}</span>
  const put = (name: string, next: unknown) => {
    const { [name]: _before, ...rest } = now
    onChange(next === null || next === undefined ? rest : { ...rest, [name]: next })
  }
  return (
    <div className="ts-shape">
      {givenFields(entry).map(([name, field]) => {
        const own = { id: `${id}-${name}`, value: now[name], onChange: (next: unknown) => put(name, next) }
        const isShape = field.kind === 'json' || field.kind === 'links'
        return (
          <div key={name} className={isShape || field.kind === 'prose' ? 'ts-shape-part is-wide' : 'ts-shape-part'}>
            <label htmlFor={own.id}>
              {say(labelOf(entry, name))}
              {!field.optional && field.default === undefined && <span aria-hidden="true"> *</span>}
            </label>
            {isShape ? <JsonText {...own} /> : <ValueEdit {...own} condition={{ record, field: name }} />}
          </div>
        )
      })}
    </div>
  )
}

/** The same as they are read: what is given, in the order of the declaration. */
export function ValuesShow({ value, record }: Pick<ValuesProps, 'value' | 'record'>) {
  const say = useSay()
  const entry = useEntryIf(record)
  const now = value as Values
  if (!entry) return <code>{JSON.stringify(value)}</code>
  return (
    <dl className="ts-shape-parts">
      {givenFields(entry)
        .filter(([name]) => now[name] !== undefined)
        .map(([name, { kind }]) => (
          <div key={name}>
            <dt>{say(labelOf(entry, name))}</dt>
            <dd>
              {kind === 'json' || kind === 'links' ? (
                <code>{JSON.stringify(now[name])}</code>
              ) : (
                <ValueShow value={now[name]} condition={{ record, field: name }} />
              )}
            </dd>
          </div>
        ))}
    </dl>
  )
}

const givenFields = ({ record }: Entry): [string, Field][] =>
  fieldsOfRecord(record).filter(([name, { by }]) => by !== 'system' && name !== 'custom')

const labelOf = ({ words: own }: Entry, name: string): Words =>
  (own.fields as Record<string, Words>)[name] ?? [name, name]
