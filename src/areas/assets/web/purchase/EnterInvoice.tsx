import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { invoice } from '../../invoice/invoice.record.ts'
import { moneyText, sumYuan, yuanOf } from '../../money.rules.ts'
import { paperWords as paper } from '../../purchase/paper.words.ts'
import type { purchase } from '../../purchase/purchase.record.ts'
import { dueFen, shareOf } from '../../purchase/purchase.rules.ts'
import { Dialog } from './Dialog.tsx'
import { Day, Pieces } from './inputs.tsx'
import { purchaseScreenWords as words } from './words.ts'

/** What a supplier asks for: begins with whatever came in, at what was ordered. */
export function EnterInvoice({ row, onClose }: { row: RowOf<typeof purchase>; onClose: () => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [invoicedOn, setDay] = useState(dateOf(new Date()))
  const [asked, setAsked] = useState(
    row.lines.map((line, n) => {
      const { quantity } = shareOf(row.received, n)
      return { quantity, amount: yuanOf(dueFen(line, quantity)) }
    }),
  )
  const put = (at: number, next: { quantity: number; amount: number }) =>
    setAsked(asked.map((one, n) => (n === at ? next : one)))
  const lines = asked.flatMap((one, n) => (one.quantity > 0 ? [{ line: n + 1, ...one }] : []))
  const isWhole = code.trim() !== '' && lines.length > 0
  return (
    <Dialog
      record={invoice}
      title={words.enterInvoice}
      body={isWhole ? { purchase: row.id, code, invoicedOn, lines } : undefined}
      onClose={onClose}
    >
      <Form layout="vertical" className="pur-given">
        <Form.Item label={say(words.code)} htmlFor="invoice-code" required>
          <Input id="invoice-code" autoFocus maxLength={40} value={code} onChange={(e) => setCode(e.target.value)} />
        </Form.Item>
        <Form.Item label={say(words.invoicedOn)} htmlFor="invoiced-on">
          <Day id="invoiced-on" value={invoicedOn} onChange={setDay} />
        </Form.Item>
      </Form>
      <div className="pur-scroll">
        <table className="pur-table">
          <thead>
            <tr>
              <th>{say(paper.line)}</th>
              <th className="pur-text">{say(paper.what)}</th>
              <th>{say(words.received)}</th>
              <th>{say(paper.quantity)}</th>
              <th>{say(words.amount)}</th>
            </tr>
          </thead>
          <tbody>
            {row.lines.map((line, n) => (
              <tr key={n}>
                <td>{n + 1}</td>
                <td className="pur-text">{line.what}</td>
                <td>{shareOf(row.received, n).quantity}</td>
                <td>
                  <Pieces
                    of={line}
                    label={paper.quantity}
                    most={line.quantity}
                    value={asked[n]?.quantity}
                    onChange={(quantity) => put(n, { quantity, amount: yuanOf(dueFen(line, quantity)) })}
                  />
                </td>
                <td>
                  <InputNumber
                    min={0}
                    precision={2}
                    value={asked[n]?.amount ?? 0}
                    onChange={(next) => put(n, { quantity: asked[n]?.quantity ?? 0, amount: next ?? 0 })}
                    aria-label={`${line.what} ${say(words.amount)}`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th className="pur-text" colSpan={4}>
                {say(words.total)}
              </th>
              <td>
                <b>{moneyText(sumYuan(lines.map(({ amount }) => amount)))}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Dialog>
  )
}
