import { Form, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { api } from '../client/api.ts'
import { FormFault, useFaults } from '../record/faults.tsx'
import { useSay } from '../shell/lang.tsx'
import { type Presence, PresenceField, signatureOf, useProofs } from './Presence.tsx'
import type { PasskeyOptions } from './passkey.ts'
import { accountWords as words } from './words.ts'

interface PresenceModalProps {
  readonly title: string
  readonly names?: readonly string[]
  readonly children?: ReactNode
  readonly onClose: () => void
  /** Does it, with the proof and what else the form holds; what it refuses with is shown. */
  readonly onProved: (signature: object | undefined, values: Record<string, string>) => Promise<void>
}

/** A change of how one signs in: its own fields, and the proof that it is really them. */
export function PresenceModal({ title, names = [], children, onClose, onProved }: PresenceModalProps) {
  const say = useSay()
  const proofs = useProofs()
  const [form] = Form.useForm()
  const faults = useFaults(form, [...names, 'signature'])
  const [sending, setSending] = useState(false)
  const submit = async ({ signature, ...values }: Record<string, string> & { signature?: Presence }) => {
    faults.clear()
    setSending(true)
    try {
      const challenge = () => api.call<PasskeyOptions>('/account/challenge', { method: 'POST', body: {} })
      await onProved(await signatureOf(signature, proofs, challenge), values as Record<string, string>)
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={say(words.confirm)}
      confirmLoading={sending}
      mask={{ closable: false }}
    >
      <Form form={form} name="presence" layout="vertical" onFinish={submit}>
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        {children}
        <PresenceField />
      </Form>
    </Modal>
  )
}
