import { Alert } from 'antd'
import { useList } from '../../../../web/client/hooks.ts'
import type { FormProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { loan } from '../../loan/loan.record.ts'
import { handScreenWords as words } from './words.ts'

/** While a loan is entered: on which days the thing is somebody else's. */
export function TakenDays({ row, values }: FormProps) {
  const asset = String(values['asset'] ?? row?.['asset'] ?? '')
  return asset ? <Taken asset={asset} own={row?.id} /> : null
}

function Taken({ asset, own }: { asset: string; own: string | undefined }) {
  const say = useSay()
  const found = useList(loan, { asset, state: 'reserved,lent,overdue', sort: 'startsOn' }).data?.pages[0]
  const others = found?.items.filter(({ id }) => id !== own) ?? []
  if (!found || others.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      className="ts-gap"
      title={say(words.taken)}
      description={
        <ul className="ts-plain">
          {others.map(({ id, startsOn, dueOn, borrower }) => (
            <li key={id}>
              <span className="ts-figures">
                {startsOn} – {dueOn}
              </span>{' '}
              <RefLink id={borrower} refs={found.refs} />
            </li>
          ))}
        </ul>
      }
    />
  )
}
