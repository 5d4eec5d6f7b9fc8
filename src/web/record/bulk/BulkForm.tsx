import { Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import type { Refs } from '../../client/types.ts'
import { useSay } from '../../shell/lang.tsx'
import { words as common } from '../../words.ts'
import { startValues, type Values } from '../body.ts'
import { Fields } from '../Fields.tsx'
import { FormFault, useFaults } from '../faults.tsx'
import { words } from '../list.words.ts'
import type { ListQuery } from '../query.ts'
import type { Selection } from '../selection.ts'
import { askedBy } from '../verbs.ts'
import { WorkProgress } from '../WorkProgress.tsx'
import { BulkOutcome } from './BulkOutcome.tsx'
import { type BulkResult, bulkFields, useBulk } from './bulk.ts'

interface BulkFormProps {
  readonly entry: Entry
  /** A verb, or `update`. */
  readonly verb: string
  readonly selection: Selection
  /** How many, in words: `3 selected`, `all 1,000+ that match`. */
  readonly many: Words
  readonly query: ListQuery
  readonly refs: Refs
  readonly onClose: () => void
  /** It was begun: what was chosen is in hand. */
  readonly onBegun: () => void
}

/** Asks once for what a verb or a change wants, then shows how it goes for each of many rows. */
export function BulkForm(props: BulkFormProps) {
  const { entry, verb, selection, many, query, refs, onClose, onBegun } = props
  const say = useSay()
  const [form] = Form.useForm<Values>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [work, setWork] = useState<string>()
  const [isOver, setOver] = useState(false)
  const bulk = useBulk(entry.record)
  const isUpdate = verb === 'update'
  const asked = askedBy(entry.record, verb)
  const names = isUpdate ? chosen : asked.names
  const faults = useFaults(form, names)
  const label = say(isUpdate ? words.bulkEdit : ((entry.words.verbs as Record<string, Words>)[verb] ?? [verb, verb]))

  const submit = async (given: Values) => {
    faults.clear()
    // What a verb does not need and nobody gave is left as each row has it; a field chosen to be changed is emptied.
    const kept = names.filter((name) => isUpdate || !isEmpty(given[name]))
    const values = Object.fromEntries(kept.map((name) => [name, given[name] ?? null]))
    try {
      setWork((await bulk.mutateAsync({ verb, values, selection, query })).work)
      onBegun()
    } catch (problem) {
      faults.take(problem)
    }
  }
  if (work) {
    return (
      <Modal
        open
        title={label}
        onCancel={onClose}
        mask={{ closable: false }}
        footer={<Button onClick={onClose}>{say(words.close)}</Button>}
      >
        <WorkProgress<BulkResult>
          id={work}
          outcome={(result) => <BulkOutcome entry={entry} result={result} />}
          onOver={() => setOver(true)}
        />
        {!isOver && <p className="ts-quiet">{say(words.goesOn)}</p>}
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={`${label} · ${say(many)}`}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={label}
      cancelText={say(common.cancel)}
      okButtonProps={{ disabled: isUpdate && chosen.length === 0 }}
      confirmLoading={bulk.isPending}
      mask={{ closable: false }}
    >
      <Form
        form={form}
        layout="vertical"
        className="ts-verb-form"
        initialValues={startValues(entry.record, isUpdate ? bulkFields(entry.record) : names)}
        onFinish={submit}
      >
        <FormFault problem={faults.problem} rest={faults.rest} onReload={faults.clear} />
        {isUpdate && <ChooseFields entry={entry} chosen={chosen} onChoose={setChosen} />}
        <Fields entry={entry} names={names} refs={refs} required={isUpdate ? [] : asked.required} />
        <p className="ts-quiet">{say(words.bulkHint)}</p>
      </Form>
    </Modal>
  )
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

interface ChooseFieldsProps {
  readonly entry: Entry
  readonly chosen: readonly string[]
  readonly onChoose: (names: readonly string[]) => void
}

function ChooseFields({ entry, chosen, onChoose }: ChooseFieldsProps) {
  const say = useSay()
  return (
    <Form.Item label={say(words.fieldsToChange)} extra={chosen.length > 0 && say(words.fieldsHint)} htmlFor="fields">
      <Select
        id="fields"
        mode="multiple"
        autoFocus
        value={[...chosen]}
        placeholder={say(common.pick)}
        optionFilterProp="label"
        onChange={onChoose}
        options={bulkFields(entry.record).map((name) => ({
          value: name,
          label: say(entry.words.fields[name] ?? [name, name]),
        }))}
      />
    </Form.Item>
  )
}
