import { Form, Modal } from 'antd'
import type { AnyRecord } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useCreate } from '../../../../web/client/hooks.ts'
import { useEntry } from '../../../../web/context.ts'
import { createBody, startValues, type Values } from '../../../../web/record/body.ts'
import { Fields } from '../../../../web/record/Fields.tsx'
import { FormFault, useFaults } from '../../../../web/record/faults.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'

interface AddOfProps {
  readonly record: AnyRecord
  readonly title: Words
  readonly asked: readonly string[]
  /** What need not be asked. */
  readonly given: Values
  readonly onClose: () => void
}

/** A new one of a record, without leaving the page it belongs to. */
export function AddOf({ record, title, asked, given, onClose }: AddOfProps) {
  const say = useSay()
  const entry = useEntry(record.name)
  const [form] = Form.useForm()
  const faults = useFaults(form, asked)
  const create = useCreate(record)
  const submit = async (values: Values) => {
    faults.clear()
    try {
      await create.mutateAsync({ ...createBody(values), ...given } as never)
      onClose()
    } catch (problem) {
      faults.take(problem)
    }
  }
  return (
    <Modal
      open
      title={say(title)}
      okText={say(title)}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={create.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={startValues(record, asked)}
        className="ts-verb-form"
      >
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        <Fields entry={entry} names={asked} refs={{}} />
      </Form>
    </Modal>
  )
}
