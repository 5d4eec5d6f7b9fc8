import type { CustomField, CustomValues } from '../../record/custom.ts'
import type { Entry } from '../../record/registry.ts'
import { useCustomFields } from '../client/customs.ts'
import type { Refs } from '../client/types.ts'
import { shownOfCustom, valueIn } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { choice } from './choice.tsx'
import { date } from './date.tsx'
import { flag } from './flag.tsx'
import { number } from './number.tsx'
import { prose } from './prose.tsx'
import './shape/shape.css'
import { text } from './text.tsx'
import type { Widget } from './widget.ts'

/** The widget of each kind that a firm's own field may have. */
export const customWidgets: Readonly<Record<CustomField['kind'], Widget>> = { text, prose, number, flag, date, choice }
const noRefs: Refs = {}

/** What a row holds of them, each by its name. */
export function CustomShow({ entry, value, dense }: { entry: Entry; value: CustomValues; dense: boolean }) {
  const say = useSay()
  const customs = useCustomFields(entry.record).filter(({ key }) => value[key] !== undefined)
  return (
    <dl className={dense ? 'ts-shape-parts is-dense' : 'ts-shape-parts'}>
      {customs.map((custom) => {
        const { Show } = customWidgets[custom.kind]
        return (
          <div key={custom.key}>
            <dt>{say(custom.words)}</dt>
            <dd>
              <Show
                shown={shownOfCustom(custom)}
                value={value[custom.key]}
                refs={noRefs}
                dense={dense}
                tone={undefined}
              />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** What a row holds of one of them, by its column's name; nothing is shown as any empty value is. */
export function CustomOne({ entry, name, row, dense }: CustomOneProps) {
  const say = useSay()
  const custom = useCustomFields(entry.record).find(({ key }) => `custom.${key}` === name)
  const value = valueIn(row, name)
  if (!custom || value === undefined) return <span className="ts-quiet">{say(words.empty)}</span>
  const { Show } = customWidgets[custom.kind]
  return <Show shown={shownOfCustom(custom)} value={value} refs={noRefs} dense={dense} tone={undefined} />
}

interface CustomOneProps {
  readonly entry: Entry
  readonly name: string
  readonly row: Readonly<Record<string, unknown>>
  readonly dense: boolean
}
