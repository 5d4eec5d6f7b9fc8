import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { AnyRecord, InputOf } from '../../../../record/record.ts'
import { useCreate } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { purchaseScreenWords } from './words.ts'

interface DialogProps<R extends AnyRecord> {
  readonly record: R
  readonly title: (typeof purchaseScreenWords)[keyof typeof purchaseScreenWords]
  /** What is entered now; nothing while it is not whole. */
  readonly body: InputOf<R> | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Enters something of a purchase; what is refused is said in full. */
export function Dialog<R extends AnyRecord>({ record, title, body, onClose, children }: DialogProps<R>) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const create = useCreate(record)
  const faults = create.error instanceof Problem ? create.error.errors : []
  const send = async () => {
    if (!body) return
    await create.mutateAsync(body)
    await queries.invalidateQueries({ queryKey: keyOf('purchase', 'item') })
    onClose()
  }
  return (
    <Modal
      open
      width={760}
      title={say(title)}
      okText={say(title)}
      okButtonProps={{ disabled: !body, loading: create.isPending }}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {children}
      {create.error && (
        <div role="alert" className="pur-fault">
          {faults.length > 0
            ? faults.map(({ path, message }) => <div key={`${path} ${message}`}>{message}</div>)
            : text(create.error)}
        </div>
      )}
    </Modal>
  )
}
