import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { discoveryWords as words } from './words.ts'

interface DismissProps {
  readonly open: boolean
  readonly pending: boolean
  readonly onClose: () => void
  readonly onDismiss: (reason: string) => void
}

/** Why what was found is not taken over. */
export function Dismiss({ open, pending, onClose, onDismiss }: DismissProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open={open}
      title={say(words.why)}
      okText={say(words.dismiss)}
      okButtonProps={{ disabled: reason.trim() === '', loading: pending }}
      onCancel={onClose}
      onOk={() => onDismiss(reason.trim())}
      destroyOnHidden
    >
      <p className="ts-quiet">{say(words.whyHint)}</p>
      <Input.TextArea
        rows={3}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        aria-label={say(words.why)}
        autoFocus
      />
    </Modal>
  )
}
