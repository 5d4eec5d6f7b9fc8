import { useEffect, useRef } from 'react'
import { DueShow } from '../../../../web/clocks/DueShow.tsx'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { incidentWords } from '../../incident/incident.words.ts'
import type { Ticket } from './desk.ts'
import { useReason } from './reason.ts'
import { deskWords as words } from './words.ts'

interface TicketLineProps {
  readonly ticket: Ticket
  readonly isHere: boolean
  readonly onOpen: (number: string) => void
}

/** One ticket of a queue: how urgent, what, whose, and why it stands here. */
export function TicketLine({ ticket, isHere, onOpen }: TicketLineProps) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('incident')
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isHere) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const tone = (field: string, value: string) => toneOf(areas, entry, field, value)
  const urgent = tone('priority', ticket.priority)
  const reason = say(useReason(ticket))
  return (
    <li>
      <button
        type="button"
        ref={line}
        className={isHere ? 'svc-ticket is-here' : 'svc-ticket'}
        title={reason}
        aria-current={isHere}
        onClick={() => onOpen(ticket.number)}
      >
        <span className="svc-ticket-head">
          <b className={`svc-priority is-${urgent ?? 'plain'}`}>
            {urgent && <ToneMark tone={urgent} />}
            {ticket.priority.toUpperCase()}
          </b>
          <span className="svc-ticket-title">{ticket.title}</span>
          <StateTag tone={tone('state', ticket.state) ?? 'start'} word={say(incidentWords.states[ticket.state])} />
        </span>
        <span className="svc-ticket-foot ts-quiet">
          <span className="ts-number">{ticket.number}</span>
          {ticket.affectsTrading && <b className="is-broken">{say(words.trading)}</b>}
          <span>{ticket.assignee?.name ?? say(words.nobody)}</span>
          <span className="ts-grow" />
          <span>{ticket.dueAt && ticket.clock ? say(incidentWords.clocks?.[ticket.clock] ?? ['', '']) : reason}</span>
          {ticket.dueAt && <DueShow dueAt={ticket.dueAt} />}
        </span>
      </button>
    </li>
  )
}
