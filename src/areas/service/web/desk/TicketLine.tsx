import { useEffect, useRef } from 'react'
import type { Words } from '../../../../record/words.ts'
import { DueShow } from '../../../../web/clocks/DueShow.tsx'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { Ticket } from './desk.ts'
import { useReason } from './reason.ts'
import { deskWords as words } from './words.ts'

interface TicketLineProps {
  readonly ticket: Ticket
  readonly isHere: boolean
  readonly onOpen: (number: string) => void
}

const urgency: Readonly<Record<Ticket['priority'], Tone | undefined>> = {
  p1: 'broken',
  p2: 'late',
  p3: undefined,
  p4: undefined,
}

/** One ticket of a queue: how urgent, what, whose, and why it stands here. */
export function TicketLine({ ticket, isHere, onOpen }: TicketLineProps) {
  const say = useSay()
  const { areas } = useParts()
  const lang = useLang()
  const entry = useEntry(ticket.record)
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isHere) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const urgent = urgency[ticket.priority]
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
          <span className="svc-ticket-title">{lang === 'en' ? (ticket.titleEn ?? ticket.title) : ticket.title}</span>
          <StateTag
            tone={toneOf(areas, entry, 'state', ticket.state) ?? 'start'}
            word={say((entry.words.states as Record<string, Words>)[ticket.state] ?? [ticket.state, ticket.state])}
          />
        </span>
        <span className="svc-ticket-foot ts-quiet">
          <span className="ts-number">{ticket.number}</span>
          {ticket.affectsTrading && <b className="is-broken">{say(words.trading)}</b>}
          <span>{ticket.assignee?.name ?? say(words.nobody)}</span>
          <span className="ts-grow" />
          <span>{ticket.dueAt && ticket.clock ? say(entry.words.clocks?.[ticket.clock] ?? ['', '']) : reason}</span>
          {ticket.dueAt && <DueShow dueAt={ticket.dueAt} />}
        </span>
      </button>
    </li>
  )
}
