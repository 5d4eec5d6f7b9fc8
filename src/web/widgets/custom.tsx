import { Form } from 'antd'
import { useId } from 'react'
import { asked, type CustomField, type CustomValues, fieldOfCustom } from '../../record/custom.ts'
import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import { useCustomFields } from '../client/customs.ts'
import type { Refs } from '../client/types.ts'
import type { Shown } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { choice } from './choice.tsx'
import { date } from './date.tsx'
import { flag } from './flag.tsx'
import { number } from './number.tsx'
import { prose } from './prose.tsx'
import './shape/shape.css'
import { text } from './text.tsx'
import type { Widget } from './widget.ts'

const widgets: Readonly<Record<CustomField['kind'], Widget>> = { text, prose, number, flag, date, choice }
const noRefs: Refs = {}

/** As a widget knows a field. */
export const shownOfCustom = ({ key, kind, words, choices }: CustomField): Shown => ({
  name: `custom.${key}`,
  kind,
  label: words,
  filter: true,
  sort: false,
  ...(kind === 'choice' && {
    choices: Object.fromEntries(choices.map((one): [string, Words] => [one.value, one.words])),
  }),
})

interface CustomEditProps {
  readonly entry: Entry
  readonly value?: CustomValues
  readonly onChange?: (value: CustomValues) => void
}

/** The firm's own fields to fill in: those that the form's other values call for. */
export function CustomEdit({ entry, value = {}, onChange }: CustomEditProps) {
  const say = useSay()
  const base = useId()
  const customs = useCustomsAsked(entry)
  return (
    <div className="ts-shape">
      {customs.map((custom) => {
        const { key, kind, words, required } = custom
        const { Edit } = widgets[kind]
        return (
          <div key={key} className={kind === 'prose' ? 'ts-shape-part is-wide' : 'ts-shape-part'}>
            <label htmlFor={`${base}${key}`}>
              {say(words)}
              {required && <span aria-hidden="true"> *</span>}
            </label>
            <Edit
              id={`${base}${key}`}
              shown={shownOfCustom(custom)}
              field={fieldOfCustom(custom)}
              refs={noRefs}
              value={value[key] ?? null}
              onChange={(next) => onChange?.({ ...value, [key]: next ?? null })}
            />
          </div>
        )
      })}
    </div>
  )
}

/** Those of the firm's own fields that are asked for, as the form stands. */
export function useCustomsAsked(entry: Entry): readonly CustomField[] {
  const values = (Form.useWatch([], Form.useFormInstance()) ?? {}) as Record<string, unknown>
  return asked(entry.record, useCustomFields(entry.record), values)
}

/** What a row holds of them, each by its name. */
export function CustomShow({ entry, value, dense }: { entry: Entry; value: CustomValues; dense: boolean }) {
  const say = useSay()
  const customs = useCustomFields(entry.record).filter(({ key }) => value[key] !== undefined)
  return (
    <dl className={dense ? 'ts-shape-parts is-dense' : 'ts-shape-parts'}>
      {customs.map((custom) => {
        const { Show } = widgets[custom.kind]
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
