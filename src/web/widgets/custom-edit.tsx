import { Form } from 'antd'
import { useId } from 'react'
import { asked, type CustomField, type CustomValues, fieldOfCustom } from '../../record/custom.ts'
import type { Entry } from '../../record/registry.ts'
import { useCustomFields } from '../client/customs.ts'
import type { Refs } from '../client/types.ts'
import { shownOfCustom } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { customWidgets } from './custom.tsx'
import './shape/shape.css'

const noRefs: Refs = {}

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
        const { Edit } = customWidgets[kind]
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
