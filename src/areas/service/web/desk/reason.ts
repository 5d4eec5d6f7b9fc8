import type { Words } from '../../../../record/words.ts'
import { useNow } from '../../../../web/clocks/now.ts'
import { useEntry } from '../../../../web/context.ts'
import { dateOf, showInstant, showTime } from '../../../../web/format/time.ts'
import { reasonOf } from '../../desk/order.rules.ts'
import type { Ticket } from './desk.ts'

/** Why a ticket stands where it does, as time goes on. */
export function useReason(ticket: Ticket): Words {
  const now = useNow()
  const { words } = useEntry(ticket.record)
  const clock = ticket.clock ? (words.clocks?.[ticket.clock] ?? null) : null
  const { dueAt } = ticket
  const at = dueAt === null ? '' : dateOf(dueAt) === dateOf(now) ? showTime(dueAt) : showInstant(dueAt).slice(5)
  return reasonOf(ticket, clock, at, now)
}
