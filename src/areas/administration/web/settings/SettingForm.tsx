import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useCreate, useUpdate } from '../../../../web/client/hooks.ts'
import { FormFault, useFaults } from '../../../../web/record/faults.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { houseSetting } from '../../house-setting/house-setting.record.ts'
import { type ShownSetting, useSettings } from './settings.ts'
import { boundsOf, settingWords as words } from './words.ts'

interface Values {
  readonly value: string
  readonly reason: string
}

/** Sets it: its first change makes its record, every later one changes that. */
export function SettingForm({ setting, onClose }: { setting: ShownSetting; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const faults = useFaults(form, ['value', 'reason'])
  const { refetch } = useSettings()
  const [sending, setSending] = useState(false)
  const create = useCreate(houseSetting)
  const update = useUpdate(houseSetting, setting.set?.id ?? '')
  const save = async (values: Values) => {
    faults.clear()
    setSending(true)
    try {
      if (setting.set) await update.mutateAsync({ ...values, version: setting.set.version })
      else await create.mutateAsync({ ...values, key: setting.key })
      await refetch()
      message.success(say(words.saved))
      onClose()
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSending(false)
    }
  }
  const { least, most, unit } = setting
  const bounds = least !== null && most !== null ? say(boundsOf(least, most)) : undefined
  return (
    <Form
      form={form}
      name={`setting-${setting.key}`}
      layout="vertical"
      requiredMark={false}
      className="adm-setting-form"
      initialValues={{ value: setting.value }}
      onFinish={save}
    >
      {faults.rest.length > 0 && (
        <FormFault
          problem={faults.problem}
          rest={faults.rest}
          onReload={() => {
            faults.clear()
            void refetch()
          }}
        />
      )}
      <Form.Item
        name="value"
        label={say(words.value)}
        {...(bounds && { extra: bounds })}
        rules={[{ required: true, message: '' }]}
      >
        <Input
          autoFocus
          autoComplete="off"
          {...(least !== null && { inputMode: 'numeric' as const })}
          {...(unit && { suffix: say(unit) })}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say(words.reason)}
        extra={say(words.reasonHint)}
        rules={[{ required: true, message: '' }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <div className="adm-setting-acts">
        <Button type="primary" size="small" htmlType="submit" loading={sending}>
          {say(words.save)}
        </Button>
        <Button size="small" onClick={onClose}>
          {say(words.cancel)}
        </Button>
        {setting.default !== '' && setting.value !== setting.default && (
          <Button size="small" type="link" onClick={() => form.setFieldValue('value', setting.default)}>
            {say(words.useDefault)}
          </Button>
        )}
      </div>
    </Form>
  )
}
