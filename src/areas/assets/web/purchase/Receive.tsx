import { Form, Input } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { paperWords as paper } from '../../purchase/paper.words.ts'
import type { purchase } from '../../purchase/purchase.record.ts'
import { openOf } from '../../purchase/purchase.rules.ts'
import { receipt } from '../../receipt/receipt.record.ts'
import { Dialog } from './Dialog.tsx'
import { Day, Pieces } from './inputs.tsx'
import { purchaseScreenWords as words } from './words.ts'

interface Taken {
  readonly quantity: number
  readonly serials: string
}

/** What came in of an order: how many of each open line, with their serial numbers, when and where to. */
export function Receive({ row, onClose }: { row: RowOf<typeof purchase>; onClose: () => void }) {
  const say = useSay()
  const open = row.lines.map((_line, n) => openOf(row.lines, row.received, n))
  const [taken, setTaken] = useState<readonly Taken[]>(open.map((quantity) => ({ quantity, serials: '' })))
  const [receivedOn, setDay] = useState(dateOf(new Date()))
  const [location, setLocation] = useState<string>()
  const [deliveryNote, setNote] = useState('')
  const put = (at: number, next: Partial<Taken>) =>
    setTaken(taken.map((one, n) => (n === at ? { ...one, ...next } : one)))
  const lines = taken.flatMap(({ quantity, serials }, n) =>
    quantity > 0 ? [{ line: n + 1, quantity, serials: serials.split(/\s*\n\s*/).filter(Boolean) }] : [],
  )
  const body = {
    purchase: row.id,
    lines,
    receivedOn,
    ...(location && { location }),
    ...(deliveryNote.trim() && { deliveryNote: deliveryNote.trim() }),
  }
  return (
    <Dialog record={receipt} title={words.receive} body={lines.length > 0 ? body : undefined} onClose={onClose}>
      <div className="pur-scroll">
        <table className="pur-table">
          <thead>
            <tr>
              <th>{say(paper.line)}</th>
              <th className="pur-text">{say(paper.what)}</th>
              <th>{say(words.open)}</th>
              <th>{say(words.now)}</th>
              <th className="pur-text">{say(words.serials)}</th>
            </tr>
          </thead>
          <tbody>
            {row.lines.map((line, n) =>
              open[n] === 0 ? null : (
                <tr key={n}>
                  <td>{n + 1}</td>
                  <td className="pur-text">
                    {line.what}
                    {line.category && <div className="ts-quiet">{say(words.becomesAssets)}</div>}
                  </td>
                  <td>{open[n]}</td>
                  <td>
                    <Pieces
                      of={line}
                      label={words.now}
                      most={open[n] ?? 0}
                      value={taken[n]?.quantity}
                      onChange={(quantity) => put(n, { quantity })}
                    />
                  </td>
                  <td className="pur-text">
                    {line.category && (
                      <Input.TextArea
                        autoSize={{ minRows: 1, maxRows: 6 }}
                        value={taken[n]?.serials ?? ''}
                        onChange={({ target }) => put(n, { serials: target.value })}
                        aria-label={`${line.what} ${say(words.serials)}`}
                      />
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      <Form layout="vertical" className="pur-given">
        <Form.Item label={say(words.receivedOn)} htmlFor="received-on">
          <Day id="received-on" value={receivedOn} onChange={setDay} />
        </Form.Item>
        <Form.Item label={say(words.deliveryNote)} htmlFor="delivery-note">
          <Input id="delivery-note" maxLength={60} value={deliveryNote} onChange={(e) => setNote(e.target.value)} />
        </Form.Item>
        <Form.Item label={say(words.location)} htmlFor="received-at">
          <LinkPicker
            id="received-at"
            to="location"
            refs={{}}
            value={location ? [location] : []}
            onChange={([next]) => setLocation(next)}
          />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
