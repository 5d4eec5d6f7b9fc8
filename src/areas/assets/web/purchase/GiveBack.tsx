import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { asset } from '../../asset/asset.record.ts'
import { paperWords as paper } from '../../purchase/paper.words.ts'
import type { purchase } from '../../purchase/purchase.record.ts'
import { shareOf } from '../../purchase/purchase.rules.ts'
import { receipt } from '../../receipt/receipt.record.ts'
import { Dialog } from './Dialog.tsx'
import { Pieces } from './inputs.tsx'
import { purchaseScreenWords as words } from './words.ts'

/** What goes back to the supplier: assets of this purchase that are still in stock, and pieces of what is no asset. */
export function GiveBack({ row, onClose }: { row: RowOf<typeof purchase>; onClose: () => void }) {
  const say = useSay()
  const [assets, setAssets] = useState<string[]>([])
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>({})
  const [note, setNote] = useState('')
  const receipts = useList(receipt, { purchase: row.id, kind: 'in', limit: '200' }).data?.pages[0]?.items
  const lines = Object.entries(counts)
    .filter(([, quantity]) => quantity > 0)
    .map(([n, quantity]) => ({ line: Number(n) + 1, quantity, serials: [] }))
  const body = {
    ...{ purchase: row.id, kind: 'return' as const, assets, lines },
    ...(note.trim() && { note: note.trim() }),
  }
  return (
    <Dialog
      record={receipt}
      title={words.giveBack}
      body={assets.length + lines.length > 0 ? body : undefined}
      onClose={onClose}
    >
      {receipts && receipts.length > 0 && (
        <InStock receipts={receipts.map(({ id }) => id)} value={assets} onChange={setAssets} />
      )}
      <div className="pur-scroll">
        <table className="pur-table">
          <tbody>
            {row.lines.map((line, n) => {
              const { quantity } = shareOf(row.received, n)
              return line.category || quantity === 0 ? null : (
                <tr key={n}>
                  <td>{n + 1}</td>
                  <td className="pur-text">{line.what}</td>
                  <td>
                    {say(words.received)} {quantity}
                  </td>
                  <td>
                    <Pieces
                      of={line}
                      label={paper.quantity}
                      most={quantity}
                      value={counts[n]}
                      onChange={(next) => setCounts({ ...counts, [n]: next })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Form layout="vertical" className="pur-given">
        <Form.Item label={say(words.note)} htmlFor="give-back-note">
          <Input.TextArea id="give-back-note" value={note} onChange={(e) => setNote(e.target.value)} maxLength={2000} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

interface InStockProps {
  readonly receipts: readonly string[]
  readonly value: string[]
  readonly onChange: (ids: string[]) => void
}

function InStock({ receipts, value, onChange }: InStockProps) {
  const say = useSay()
  const { data } = useList(asset, { receipt: receipts.join(','), state: 'in-stock', limit: '200', sort: 'tag' })
  const found = data?.pages[0]?.items ?? []
  if (found.length === 0) return null
  return (
    <>
      <p className="ts-quiet">{say(words.whichGoBack)}</p>
      <Checkbox.Group
        className="pur-back"
        value={value}
        onChange={onChange}
        options={found.map(({ id, tag, name, serial }) => ({
          value: id,
          label: [tag, name, serial].filter(Boolean).join('  '),
        }))}
      />
    </>
  )
}
