import type { RowOf } from '../../../../record/record.ts'
import type { FieldProps } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { capitals, fenOf, moneyText, yuanOf } from '../../money.rules.ts'
import { paperWords as paper } from '../../purchase/paper.words.ts'
import type { purchase } from '../../purchase/purchase.record.ts'
import { lineFen, shareOf, totalOf } from '../../purchase/purchase.rules.ts'
import { purchaseScreenWords as words } from './words.ts'
import './purchase.css'

type Row = RowOf<typeof purchase>

/** The lines of a purchase as its order has them, with what has come in of each; in a list how many and what the first is. */
export function LinesShow({ row, dense }: FieldProps) {
  const say = useSay()
  const lang = useLang()
  const { lines, received } = row as unknown as Pick<Row, 'lines' | 'received'>
  if (dense) return `${lines[0]?.what ?? ''}${lines.length > 1 ? ` +${lines.length - 1}` : ''}`
  const total = totalOf(lines)
  const hasCome = received?.some(({ quantity }) => quantity > 0) ?? false
  return (
    // Reached by keyboard, since on a phone it has to be moved sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said
    <div className="pur-scroll" tabIndex={0}>
      <table className="pur-table">
        <thead>
          <tr>
            <th>{say(paper.line)}</th>
            <th className="pur-text">{say(paper.what)}</th>
            <th>{say(paper.quantity)}</th>
            {hasCome && <th>{say(words.received)}</th>}
            <th>{say(paper.unitPrice)}</th>
            <th>{say(paper.taxRate)}</th>
            <th>{say(paper.gross)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, n) => (
            <tr key={n}>
              <td>{n + 1}</td>
              <td className="pur-text">
                {line.what}
                {line.warrantyMonths !== null && (
                  <span className="ts-quiet">
                    {' '}
                    {say(paper.warranty)} {line.warrantyMonths} {say(paper.months)}
                  </span>
                )}
              </td>
              <td>
                {line.quantity}
                {line.unit && ` ${line.unit}`}
              </td>
              {hasCome && <td>{shareOf(received, n).quantity}</td>}
              <td>{moneyText(line.unitPrice)}</td>
              <td>{line.taxRate}%</td>
              <td>{moneyText(yuanOf(lineFen(line).gross))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th className="pur-text" colSpan={hasCome ? 6 : 5}>
              {say(paper.total)}
              {lang === 'zh' && <span className="ts-quiet pur-capitals">{capitals(fenOf(total))}</span>}
            </th>
            <td>
              <b>{moneyText(total)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
