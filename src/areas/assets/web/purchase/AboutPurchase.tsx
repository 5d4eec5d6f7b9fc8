import { Alert, Button, Card, Space } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { purchase } from '../../purchase/purchase.record.ts'
import { receipt } from '../../receipt/receipt.record.ts'
import { Came } from './Came.tsx'
import { EnterInvoice } from './EnterInvoice.tsx'
import { GiveBack } from './GiveBack.tsx'
import { Receive } from './Receive.tsx'
import { purchaseScreenWords as words } from './words.ts'
import './purchase.css'

type Row = RowOf<typeof purchase>
const dialogs = { receive: Receive, giveBack: GiveBack, enterInvoice: EnterInvoice } as const
type Dialog = keyof typeof dialogs

/** Of a purchase: whether its budget bears it, and what came in and was invoiced, with the ways to enter more. */
export function AboutPurchase({ row }: PageProps) {
  const say = useSay()
  const own = row as unknown as Row
  const session = useSession()
  const [open, setOpen] = useState<Dialog>()
  const isKeeper = mayEver(receipt.access.create, session)
  const isOrdered = ['ordered', 'partly-received', 'received', 'paid'].includes(own.state)
  const came = useList(receipt, { purchase: own.id, sort: 'receivedOn' }).data?.pages[0]
  const offered: Dialog[] = isKeeper ? offeredIn(own.state) : []
  const Dialog = open && dialogs[open]
  return (
    <>
      {own.overdraws && own.state === 'requested' && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(words.overdraws)}
          description={say(words.overdrawsHint)}
        />
      )}
      {isOrdered && (
        <Card
          size="small"
          title={say(words.deliveries)}
          extra={
            offered.length > 0 && (
              <Space wrap>
                {offered.map((one) => (
                  <Button
                    key={one}
                    size="small"
                    type={one === 'receive' ? 'primary' : 'default'}
                    onClick={() => setOpen(one)}
                  >
                    {say(words[one])}
                  </Button>
                ))}
              </Space>
            )
          }
        >
          <Came purchase={own.id} receipts={came} />
        </Card>
      )}
      {own.shortReason && <Alert type="info" showIcon className="ts-gap" title={own.shortReason} />}
      {Dialog && <Dialog row={own} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function offeredIn(state: Row['state']): Dialog[] {
  if (state === 'ordered') return ['receive', 'enterInvoice']
  if (state === 'partly-received') return ['receive', 'giveBack', 'enterInvoice']
  return state === 'received' ? ['giveBack', 'enterInvoice'] : []
}
