import { useNow } from '../../../../web/clocks/now.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Ticket } from './desk.ts'
import { useReason } from './reason.ts'
import { deskWords as words } from './words.ts'

/** The ticket that needs a hand before all others, and why, in a sentence. */
export function Most({ ticket, onOpen }: { ticket: Ticket; onOpen: (number: string) => void }) {
  const say = useSay()
  const now = useNow()
  const isLate = ticket.dueAt !== null && ticket.dueAt <= now
  return (
    <button type="button" className={isLate ? 'svc-most is-late' : 'svc-most'} onClick={() => onOpen(ticket.number)}>
      <span className="svc-most-word">{say(words.next)}</span>
      <span className="svc-most-title">{ticket.title}</span>
      <span className="svc-most-why">{say(useReason(ticket))}</span>
    </button>
  )
}
