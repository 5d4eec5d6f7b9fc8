import { useBlocker } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { useState } from 'react'
import type { AnyRow } from '../../record/record.ts'
import type { Entry } from '../../record/registry.ts'
import type { Item, Refs, Row } from '../client/types.ts'
import { useParts, writtenApartOf } from '../context.ts'
import type { FormProps } from '../plugin.ts'
import { useSay } from '../shell/lang.tsx'
import { lazily } from '../shell/lazily.tsx'
import { useTitle } from '../shell/title.ts'
import { words } from '../words.ts'
import { formFields, startValues, type Values } from './body.ts'
import { Fields } from './Fields.tsx'
import { FormFault, useFaults } from './faults.tsx'
import { Leaving } from './Leaving.tsx'

interface RecordFormProps {
  readonly entry: Entry
  /** The row to change; without one the form makes a new record. */
  readonly row?: AnyRow
  readonly refs?: Refs
  /** Values a new record starts with, beside its defaults. */
  readonly given?: Values
  readonly title: string
  /** Sends the values; its problems are shown at their fields. */
  readonly save: (values: Values) => Promise<Item>
  readonly onSaved: (item: Item) => void
  readonly onCancel: () => void
  /** Shows the newest version, when somebody else was first. */
  readonly onReload: () => void
}

/** Creates or changes a record, from its declaration. */
export function RecordForm({
  entry,
  row,
  refs = {},
  given = {},
  title,
  save,
  onSaved,
  onCancel,
  onReload,
}: RecordFormProps) {
  const say = useSay()
  const [form] = Form.useForm()
  const [saving, setSaving] = useState(false)
  const [touched, setTouched] = useState(false)
  useTitle(title)
  const apart = writtenApartOf(useParts().areas, entry.record.name)
  const hidden = (row as Row | undefined)?.hidden ?? []
  const names = formFields(entry.record, row === undefined, [...hidden, ...apart])
  const faults = useFaults(form, names)
  const { proceed, reset, status } = useBlocker({
    shouldBlockFn: () => touched,
    enableBeforeUnload: () => touched,
    withResolver: true,
  })

  const submit = async (values: Values) => {
    setSaving(true)
    faults.clear()
    try {
      const saved = await save(values)
      // State first: the blocker below must know before the address changes.
      setTouched(false)
      setTimeout(() => onSaved(saved))
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSaving(false)
    }
  }
  return (
    <Form
      form={form}
      layout="vertical"
      className="ts-form"
      initialValues={{ ...startValues(entry.record, names, row), ...given }}
      onValuesChange={() => setTouched(true)}
      onFinish={submit}
      scrollToFirstError
    >
      <div className="ts-page-head">
        <h1 className="ts-title">{title}</h1>
        <span className="ts-grow" />
        <Button onClick={onCancel}>{say(words.cancel)}</Button>
        <Button type="primary" htmlType="submit" loading={saving}>
          {say(words.save)}
        </Button>
      </div>
      {status === 'blocked' && <Leaving stay={reset} leave={proceed} />}
      <FormFault
        problem={faults.problem}
        rest={faults.rest}
        onReload={() => {
          setTouched(false)
          setTimeout(onReload)
        }}
      />
      <Above
        entry={entry}
        {...(row ? { row: row as Row } : {})}
        fill={(values) => {
          form.setFieldsValue(values)
          setTouched(true)
        }}
      />
      <Fields entry={entry} names={names} refs={refs} />
    </Form>
  )
}

/** What its area says to what is being typed. */
function Above(props: Omit<FormProps, 'values'>) {
  const { areas } = useParts()
  const load = areas.find((area) => area.forms?.[props.entry.record.name])?.forms?.[props.entry.record.name]
  const values = Form.useWatch([]) as FormProps['values'] | undefined
  const Part = load && lazily(load)
  return Part && values ? <Part {...props} values={values} /> : null
}
