import type { RowOf } from '../../../../record/record.ts'
import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { handover } from '../../handover/handover.record.ts'
import { slipWords as words } from '../../handover/slip.words.ts'
import '../purchase/purchase.css'

/** The assets of a slip as they were when it was made out: whoever signs need not be able to open them yet. */
export function ItemsShow({ row, dense }: FieldProps) {
  const say = useSay()
  const { items } = row as unknown as Pick<RowOf<typeof handover>, 'items'>
  if (dense) return items.map(({ tag }) => tag).join(', ')
  return (
    <div className="pur-scroll">
      <table className="pur-table">
        <thead>
          <tr>
            <th className="pur-text">{say(words.tag)}</th>
            <th className="pur-text">{say(words.name)}</th>
            <th className="pur-text">{say(words.serial)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ asset, tag, name, serial }) => (
            <tr key={asset}>
              <td className="pur-text ts-figures">{tag}</td>
              <td className="pur-text">{name}</td>
              <td className="pur-text ts-figures">{serial ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
