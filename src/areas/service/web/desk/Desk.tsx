import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Empty, Grid, Segmented, Select, Skeleton } from 'antd'
import { useRef } from 'react'
import { useAct } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { useEntry } from '../../../../web/context.ts'
import { useListKeys } from '../../../../web/record/keys.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { type Queue, queues } from '../../desk/order.rules.ts'
import { figure, kindOf, type Ticket, useDesk } from './desk.ts'
import { useDeskKeys } from './keys.ts'
import { Most } from './Most.tsx'
import { TicketLine } from './TicketLine.tsx'
import { TicketPane } from './TicketPane.tsx'
import { queueWords, deskWords as words } from './words.ts'
import './desk.css'

/** What of the desk is looked at, as in the address. */
interface DeskSearch {
  readonly queue?: string | undefined
  readonly service?: string | undefined
  /** The number of the ticket in hand. */
  readonly at?: string | undefined
}

/** Where an agent spends the morning: queues at the left, the ticket in hand beside them. */
export function Desk() {
  const say = useSay()
  useTitle(say(words.title))
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as DeskSearch
  const isWide = Grid.useBreakpoint().lg ?? true
  const pane = useRef<HTMLElement>(null)
  const queue: Queue = queues.find((one) => one === search.queue) ?? 'all'
  const desk = useDesk(queue, search.service)
  const pages = desk.data?.pages ?? []
  const [first] = pages
  const tickets = pages.flatMap(({ items }) => items)
  const go = (changed: DeskSearch) =>
    navigate({ to: '/desk', search: { ...search, ...changed } as never, replace: 'at' in changed && isWide })
  const inHand = tickets.find(({ number }) => number === search.at)
  const take = useTake(inHand)

  useListKeys({
    rows: tickets.map(({ number }) => number),
    at: search.at,
    onMove: (at) => go({ at }),
    onOpen: (number) => navigate({ to: `/${kindOf(number)}s/${number}` }),
    onTurn: () => {},
    onClear: () => go({ at: undefined }),
  })
  useDeskKeys({
    n: () => tickets[0] && go({ at: tickets[0].number }),
    a: take,
    r: () => pane.current?.querySelector<HTMLTextAreaElement>('.ts-write textarea')?.focus(),
    m: () => pane.current?.querySelector<HTMLButtonElement>('[data-macros]')?.click(),
  })
  return (
    <div className={search.at ? 'svc-desk has-ticket' : 'svc-desk'}>
      <section className="svc-queue" aria-label={say(queueWords[queue])}>
        <header>
          <h1 className="ts-title">{say(words.title)}</h1>
          <span className="ts-grow" />
          <Link to="/incidents/new">
            <Button icon={<PlusOutlined />}>{say(words.report)}</Button>
          </Link>
        </header>
        <Segmented<Queue>
          block
          value={queue}
          onChange={(next) => go({ queue: next, at: undefined })}
          options={queues.map((one) => ({
            value: one,
            label: (
              <>
                {say(queueWords[one])}{' '}
                <span className="ts-figures svc-count">{first ? figure(first.counts[one]) : ''}</span>
              </>
            ),
          }))}
        />
        {(first?.services.length ?? 0) > 0 && (
          <Select
            value={search.service ?? ''}
            onChange={(service) => go({ service: service || undefined, at: undefined })}
            aria-label={say(words.anyService)}
            options={[
              { value: '', label: say(words.anyService) },
              ...(first?.services ?? []).map(({ id, name, count }) => ({
                value: id,
                label: `${name} ${figure(count)}`,
              })),
            ]}
          />
        )}
        {desk.isError && <LoadFailed error={desk.error} retry={() => desk.refetch()} />}
        {desk.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} className="ts-pad" />}
        {first && tickets[0] && <Most ticket={tickets[0]} onOpen={(at) => go({ at })} />}
        {first && tickets.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothing)}>
            <span className="ts-quiet">{say(words.nothingHint)}</span>
          </Empty>
        )}
        <ol className="svc-tickets">
          {tickets.map((ticket) => (
            <TicketLine
              key={ticket.id}
              ticket={ticket}
              isHere={ticket.number === search.at}
              onOpen={(at) => go({ at })}
            />
          ))}
        </ol>
        {desk.hasNextPage && (
          <Button block type="text" loading={desk.isFetchingNextPage} onClick={() => desk.fetchNextPage()}>
            {say(words.more)}
          </Button>
        )}
        <p className="svc-keys ts-quiet">{say(words.keys)}</p>
      </section>
      <section className="svc-pane" ref={pane} aria-label={search.at ?? say(words.pick)}>
        {search.at ? (
          <TicketPane key={search.at} at={search.at} onBack={() => go({ at: undefined })} />
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.pick)} className="svc-none" />
        )}
      </section>
    </div>
  )
}

/** Gives the ticket in hand to oneself. */
function useTake(ticket: Ticket | undefined): () => void {
  const text = useProblemText()
  const { message } = App.useApp()
  const { person } = useSession()
  const act = useAct(useEntry(ticket?.record ?? 'incident').record, ticket?.id ?? '')
  return () => {
    if (!ticket || ticket.assignee?.id === person.id || act.isPending) return
    act.mutate(
      { verb: 'assign', body: { assignee: person.id, version: ticket.version } },
      { onError: (problem) => message.error(text(problem)) },
    )
  }
}
