import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { AnyRecord } from '../../../../record/record.ts'
import { useComments, useItem, useJournal } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs, Row } from '../../../../web/client/types.ts'
import { useEntry } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { Files } from '../../../../web/record/Files.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { incident } from '../../incident/incident.record.ts'
import { request } from '../../request/request.record.ts'
import { Confirm } from './Confirm.tsx'
import { isMyTurn, useInvitations } from './matters.ts'
import { RateLink } from './RateLink.tsx'
import { Reply } from './Reply.tsx'
import { Back } from './ReportPage.tsx'
import { storyOf } from './story.ts'
import { standingWords, portalWords as words } from './words.ts'
import './portal.css'

/** A matter as whoever waits for it follows it: how it stands, what is wanted of them, and what happened so far. */
export function MatterPage() {
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const record = key.toUpperCase().startsWith(`${request.number}-`) ? request : incident
  return <Matter key={key} record={record} number={key} />
}

function Matter({ record, number }: { record: AnyRecord; number: string }) {
  const { data, error, refetch } = useItem(record, number)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  return <Told record={record} row={data.item as Row} refs={data.refs} />
}

function Told({ record, row, refs: own }: { record: AnyRecord; row: Row; refs: Refs }) {
  const say = useSay()
  const lang = useLang()
  const entry = useEntry(record.name)
  const me = useSession().person.id
  const journal = useJournal(record, row.id)
  const comments = useComments(record, row.id)
  const rating = useInvitations().data?.items.find((one) => one.incident === row.id || one.request === row.id)
  const pages = journal.data?.pages ?? []
  const refs: Refs = Object.assign({}, own, ...pages.map((page) => page.refs), comments.data?.refs)
  const lines = storyOf(
    me,
    pages.flatMap(({ items }) => items),
    comments.data?.items ?? [],
    refs,
  )
  const { title, titleEn, description, waitingFor } = row as unknown as Record<string, string | null | undefined>
  const name = (lang === 'en' && titleEn) || title || row.number
  const turn = isMyTurn({ ...row, title: name, titleEn: null })
  useTitle(`${row.number} ${name}`)
  return (
    <article className="svc-portal">
      <Back />
      <h1>{name}</h1>
      <p className="svc-line">
        <span className={`svc-standing${turn ? ' is-mine' : ''}`}>
          {say(standingWords[row.state] ?? [row.state, row.state])}
        </span>
        <span className="ts-quiet ts-number">{row.number}</span>
        <time className="ts-quiet ts-figures" dateTime={row.createdAt}>
          {showInstant(row.createdAt)}
        </time>
      </p>
      {description && <p className="svc-said-first">{description}</p>}
      {row.state === 'waiting' && waitingFor && (
        <section className="svc-wanted">
          <h2>{say(words.asked)}</h2>
          <p>{waitingFor}</p>
        </section>
      )}
      {(row.state === 'resolved' || row.state === 'fulfilled') && <Confirm record={record} row={row} />}
      {rating && <RateLink number={rating.number} />}
      <section>
        <h2>{say(words.story)}</h2>
        {journal.isPending && <Skeleton active title={false} />}
        <ol className="ts-plain svc-story">
          {lines.map(({ id, at, text, said, mine }) => (
            <li key={id} className={mine ? 'is-mine' : ''}>
              <time className="ts-quiet ts-figures" dateTime={at}>
                {showInstant(at)}
              </time>
              <b>{say(text)}</b>
              {said && <p>{said}</p>}
            </li>
          ))}
        </ol>
      </section>
      <Reply record={record} id={row.id} />
      <Files entry={entry} row={row} refs={refs} />
    </article>
  )
}
