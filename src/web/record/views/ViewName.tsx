import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useSay } from '../../shell/lang.tsx'
import { words as common } from '../../words.ts'
import { FormFault, useFaults } from '../faults.tsx'
import { words } from '../list.words.ts'

interface ViewNameProps {
  readonly title: string
  readonly hint?: string
  readonly name?: string
  readonly onSave: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks what a view is called. */
export function ViewName({ title, hint, name = '', onSave, onClose }: ViewNameProps) {
  const say = useSay()
  const [form] = Form.useForm<{ name: string }>()
  const [saving, setSaving] = useState(false)
  const faults = useFaults(form, ['name'])
  const submit = async (values: { name: string }) => {
    setSaving(true)
    faults.clear()
    try {
      await onSave(values.name)
      onClose()
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={say(common.save)}
      cancelText={say(common.cancel)}
      confirmLoading={saving}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <Form form={form} layout="vertical" initialValues={{ name }} onFinish={submit}>
        <FormFault problem={faults.problem} rest={faults.rest} onReload={faults.clear} />
        <Form.Item name="name" label={say(words.viewName)} required {...(hint ? { extra: hint } : {})}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
