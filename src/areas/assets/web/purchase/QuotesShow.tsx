import { CheckOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useNameOf } from '../../../../web/widgets/shape/Naming.tsx'
import { words as common } from '../../../../web/words.ts'
import { moneyText } from '../../money.rules.ts'
import { paperWords as paper } from '../../purchase/paper.words.ts'
import type { purchase } from '../../purchase/purchase.record.ts'
import { purchaseScreenWords as words } from './words.ts'
import './purchase.css'

/** What suppliers quoted, the cheapest first, and which was chosen. */
export function QuotesShow({ row, dense }: FieldProps) {
  const say = useSay()
  const { quotes, supplier } = row as unknown as Pick<RowOf<typeof purchase>, 'quotes' | 'supplier'>
  if (dense) return String(quotes.length)
  const sorted = [...quotes].sort((a, b) => a.amount - b.amount)
  const least = sorted[0]?.amount
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: moved sideways on a phone
    <div className="pur-scroll" tabIndex={0}>
      <table className="pur-table">
        <thead>
          <tr>
            <th className="pur-text">{say(paper.supplier)}</th>
            <th>{say(paper.amount)}</th>
            <th>{say(paper.days)}</th>
            <th className="pur-text">{say(words.note)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((quote) => (
            <tr key={quote.supplier}>
              <td className="pur-text">
                <SupplierName id={quote.supplier} />{' '}
                {quote.supplier === supplier && (
                  <Tag color="gold" icon={<CheckOutlined />}>
                    {say(paper.chosen)}
                  </Tag>
                )}
              </td>
              <td>
                {moneyText(quote.amount)}{' '}
                {quote.amount === least && <span className="ts-quiet">{say(words.lowest)}</span>}
              </td>
              <td>{quote.days ?? '—'}</td>
              <td className="pur-text">{[quote.note, quote.file].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SupplierName({ id }: { id: string }) {
  const say = useSay()
  return useNameOf('supplier', 'id', id) ?? <span className="ts-quiet">{say(common.hidden)}</span>
}
