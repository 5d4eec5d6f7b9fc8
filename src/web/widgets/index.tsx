import type { CustomValues } from '../../record/custom.ts'
import type { Field, Kind } from '../../record/field.ts'
import type { Entry } from '../../record/registry.ts'
import type { Refs } from '../client/types.ts'
import { DueShow } from '../clocks/DueShow.tsx'
import { fieldShowOf, toneOf, useParts } from '../context.ts'
import { shownOf } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { lazily } from '../shell/lazily.tsx'
import { words } from '../words.ts'
import { choice } from './choice.tsx'
import { CustomOne, CustomShow } from './custom.tsx'
import { date, instant } from './date.tsx'
import { flag } from './flag.tsx'
import { json } from './json.tsx'
import { link, links } from './link.tsx'
import { number } from './number.tsx'
import { prose } from './prose.tsx'
import { text } from './text.tsx'
import type { EditProps, Widget } from './widget.ts'

/** One widget for each kind of field; a state is read as a choice. */
const widgets: Readonly<Record<Kind | 'state', Widget>> = {
  text,
  prose,
  choice,
  state: choice,
  number,
  flag,
  date,
  instant,
  'trading-day': date,
  link,
  links,
  json,
}

interface FieldShowProps {
  readonly entry: Entry
  readonly name: string
  readonly row: Readonly<Record<string, unknown>>
  readonly refs: Refs
  readonly dense?: boolean
}

/** A field of a row as a person reads it: its own ones and `state`, `createdAt`, `createdBy` … alike. */
export function FieldShow({ entry, name, row, refs, dense = false }: FieldShowProps) {
  const say = useSay()
  const { areas } = useParts()
  if (name.startsWith('custom.')) return <CustomOne entry={entry} name={name} row={row} dense={dense} />
  const shown = shownOf(entry, name)
  const value = row[name]
  if ((row['hidden'] as readonly string[] | undefined)?.includes(name))
    return <span className="ts-quiet">{say(words.secret)}</span>
  if (!shown || isEmpty(value)) {
    const text = name === 'createdBy' || name === 'updatedBy' ? words.system : words.empty
    return <span className="ts-quiet">{say(text)}</span>
  }
  const special = fieldShowOf(areas, entry.record.name, name)
  if (special) {
    const Special = lazily(special)
    return <Special row={row} dense={dense} />
  }
  if (name === 'dueAt' && entry.record.clocks) return <DueShow dueAt={String(value)} />
  if (name === 'custom') return <CustomShow entry={entry} value={value as CustomValues} dense={dense} />
  const { Show } = widgets[shown.kind]
  return <Show shown={shown} value={value} refs={refs} dense={dense} tone={toneOf(areas, entry, name, String(value))} />
}

/** The state of a row as shape, word and colour. */
export const StateShow = ({ entry, row }: { entry: Entry; row: Readonly<Record<string, unknown>> }) => (
  <FieldShow entry={entry} name="state" row={row} refs={{}} />
)

/** A field to fill in, as an item of a form. */
export function FieldEdit({
  entry,
  name,
  ...rest
}: { entry: Entry; name: string } & Omit<EditProps, 'shown' | 'field'>) {
  const field = entry.record.fields[name] as Field
  const shown = shownOf(entry, name)
  if (!shown) throw new Error(`${entry.record.name} has no field ${name}`)
  const { Edit } = widgets[field.kind]
  return <Edit shown={shown} field={field} {...rest} />
}

/** Nothing to show: also a list or a shape without members. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0)
