import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { logEntryWords } from '../../log-entry/log-entry.words.ts'
import type { logReview } from '../../log-review/log-review.record.ts'
import { changed, hourSpan, reviewWords as words } from '../../log-review/review.words.ts'
import { type Asked, ReviewedLines } from './ReviewedLines.tsx'
import { reviewScreenWords } from './screen.words.ts'
import '../parts.css'
import './review.css'

type Review = RowOf<typeof logReview>

/** A review of the log: what recurs, what grows, and what its manager concluded; each figure opens its lines. */
export function ReviewBody({ row, refs }: PageProps) {
  const review = row as unknown as Review
  const say = useSay()
  const [asked, ask] = useState<Asked>()
  const { recurring, components, hours, kinds } = review.reviewed
  const kindOf = (kind: keyof typeof logEntryWords.choices.kind) => say(logEntryWords.choices.kind[kind])
  return (
    <article className="ops-review">
      <Head review={review} refs={refs} />
      {review.conclusions && (
        <section>
          <h2>{say(words.conclusions)}</h2>
          <blockquote>{review.conclusions}</blockquote>
        </section>
      )}
      <Figures
        title={words.recurring}
        heads={[words.component, words.kind, words.days]}
        ask={ask}
        rows={recurring.map(({ component, kind, days, count, before }) => ({
          ...{ key: `${component.id}${kind}`, count, before },
          cells: [component.name, kindOf(kind), days],
          asked: { title: `${component.name} · ${kindOf(kind)}`, query: { component: component.id, kind } },
        }))}
      />
      <div className="ops-review-pair">
        <Figures
          title={words.components}
          heads={[words.component]}
          ask={ask}
          rows={components.map(({ component, count, before }) => ({
            ...{ key: component.id, count, before, cells: [component.name] },
            asked: { title: component.name, query: { component: component.id } },
          }))}
        />
        <Figures
          title={words.hours}
          heads={[words.hour]}
          ask={ask}
          rows={hours.map(({ hour, count, before }) => ({
            ...{ key: String(hour), count, before, cells: [hourSpan(hour)] },
            asked: { title: hourSpan(hour), query: { hour: String(hour) } },
          }))}
        />
        <Figures
          title={words.kinds}
          heads={[words.kind]}
          ask={ask}
          rows={kinds.map(({ kind, count, before }) => ({
            ...{ key: kind, count, before, cells: [kindOf(kind)] },
            asked: { title: kindOf(kind), query: { kind } },
          }))}
        />
      </div>
      <ReviewedLines review={review.id} asked={asked} close={() => ask(undefined)} />
    </article>
  )
}

function Head({ review, refs }: { review: Review; refs: PageProps['refs'] }) {
  const say = useSay()
  const lang = useLang()
  const proof = useCall<{ stands: boolean }>(`/log-reviews/${review.id}/proof`, {}, ['log-review'])
  const { before, lines, seal } = review.reviewed
  const file = (format: string) => `/api/log-reviews/${review.id}/${format}?lang=${lang}`
  const facts: [Words, ReactNode][] = [
    [words.period, `${review.startsOn} – ${review.endsOn}`],
    [words.before, `${before.from} – ${before.to}`],
    [words.lines, `${lines.count} (${say(words.earlier)} ${lines.before})`],
    [words.span, lines.first ? `${lines.first} – ${lines.last}` : '—'],
    [words.dueBy, showInstant(review.dueBy)],
    [
      words.signed,
      review.signedAt && review.signedBy ? (
        <>
          {showInstant(review.signedAt)} <RefLink id={review.signedBy} refs={refs} />
        </>
      ) : (
        <StateTag tone={review.late ? 'broken' : 'late'} word={say(words.notSigned)} />
      ),
    ],
    [words.digest, <code key="digest">{review.digest.slice(0, 16)}…</code>],
    [words.seal, seal ? `${seal.id} · ${showInstant(seal.at)}` : '—'],
  ]
  return (
    <header className="ops-review-head">
      <dl>
        {facts.map(([label, value]) => (
          <div key={label[1]}>
            <dt>{say(label)}</dt>
            <dd className="ts-figures">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="ops-review-files">
        {proof.data && (
          <StateTag
            tone={proof.data.stands ? 'kept' : 'broken'}
            word={say(proof.data.stands ? reviewScreenWords.stands : reviewScreenWords.changed)}
          />
        )}
        <Button size="small" icon={<FilePdfOutlined />} href={file('pdf')}>
          PDF
        </Button>
        <Button size="small" icon={<FileExcelOutlined />} href={file('xlsx')}>
          Excel
        </Button>
      </div>
    </header>
  )
}

interface FiguresProps {
  readonly title: Words
  readonly heads: readonly Words[]
  readonly ask: (asked: Asked) => void
  readonly rows: readonly {
    readonly key: string
    readonly cells: readonly (string | number)[]
    readonly count: number
    readonly before: number
    readonly asked: Asked
  }[]
}

/** Figures of this period and the one before; either opens its lines. */
function Figures({ title, heads, ask, rows }: FiguresProps) {
  const say = useSay()
  return (
    <section>
      <h2>{say(title)}</h2>
      {rows.length === 0 ? (
        <p className="ts-quiet">{say(words.nothing)}</p>
      ) : (
        <HeadedTable
          box="ops-scroll"
          table="ops-table ops-review-table"
          heads={[...heads, words.now, words.earlier, words.change]}
        >
          <tbody>
            {rows.map(({ key, cells, count, before, asked }) => (
              <tr key={key}>
                {cells.map((cell, n) => (
                  <td key={heads[n]?.[1]}>{cell}</td>
                ))}
                <td>
                  <Opening count={count} open={() => ask(asked)} />
                </td>
                <td>
                  <Opening
                    count={before}
                    open={() =>
                      ask({ title: `${asked.title} · ${say(words.before)}`, query: { ...asked.query, before: 'true' } })
                    }
                  />
                </td>
                <td className={count > before ? 'ops-review-more' : undefined}>{changed({ count, before })}</td>
              </tr>
            ))}
          </tbody>
        </HeadedTable>
      )}
    </section>
  )
}

const Opening = ({ count, open }: { count: number; open: () => void }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <Button type="link" size="small" onClick={open}>
      {count}
    </Button>
  )
