import { Link } from '@tanstack/react-router'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Page } from '../../../../web/client/types.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { invoice } from '../../invoice/invoice.record.ts'
import { invoiceWords } from '../../invoice/invoice.words.ts'
import { differenceWords } from '../../invoice/match.rules.ts'
import { moneyText } from '../../money.rules.ts'
import type { receipt } from '../../receipt/receipt.record.ts'
import { receiptWords } from '../../receipt/receipt.words.ts'
import { purchaseScreenWords as words } from './words.ts'

interface CameProps {
  readonly purchase: string
  readonly receipts: Page<typeof receipt> | undefined
}

/** What came in and went back, one below the other, then the invoices and in what they differ. */
export function Came({ purchase, receipts }: CameProps) {
  const say = useSay()
  const session = useSession()
  const seesMoney = mayEver(invoice.access.read, session)
  const invoices = useList(invoice, { purchase, sort: 'invoicedOn' }).data?.pages[0]
  if (receipts && receipts.items.length === 0 && !invoices?.items.length)
    return <p className="ts-quiet">{say(words.none)}</p>
  return (
    <ul className="ts-plain">
      {receipts?.items.map(({ id, number, kind, receivedOn, amount, lines, deliveryNote }) => (
        <li key={id} className="pur-came">
          <span className="ts-figures">{receivedOn}</span>
          <Link to={`/receipts/${number}`}>{say(receiptWords.choices.kind[kind])}</Link>
          <span>{lines.map(({ line, quantity }) => `#${line} × ${quantity}`).join(', ')}</span>
          {deliveryNote && <span className="ts-quiet">{deliveryNote}</span>}
          {kind === 'in' && (
            <Link to="/assets" search={{ receipt: id } as never} className="ts-quiet">
              {say(words.made)}
            </Link>
          )}
          {seesMoney && <span className="ts-figures pur-sum">¥ {moneyText(amount)}</span>}
        </li>
      ))}
      {invoices?.items.map(({ id, number, code, state, invoicedOn, amount, differences }) => (
        <li key={id} className="pur-came">
          <span className="ts-figures">{invoicedOn}</span>
          <Link to={`/invoices/${number}`}>
            {say(invoiceWords.name)} {code}
          </Link>
          <InvoiceState state={state} />
          <span className="ts-figures pur-sum">¥ {moneyText(amount)}</span>
          {differences.length > 0 && (
            <span className="pur-differs">{differences.map((one) => say(differenceWords(one))).join(' ')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function InvoiceState({ state }: { state: keyof typeof invoiceWords.states }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('invoice')
  return <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(invoiceWords.states[state])} />
}
