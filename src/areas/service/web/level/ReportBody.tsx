import { FileExcelOutlined, FilePdfOutlined, PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { incidentWords } from '../../incident/incident.words.ts'
import type { Figures } from '../../level-report/figures.rules.ts'
import type { levelReport } from '../../level-report/level-report.record.ts'
import { flowPicture, sharePicture } from '../../level-report/picture.rules.ts'
import { clockWords, heldWords, rowsOf, summaryOf, reportWords as words } from '../../level-report/report.rules.ts'
import { Improve } from './Improve.tsx'
import { PictureShow } from './PictureShow.tsx'
import { levelWords } from './words.ts'
import '../figures.css'
import './level.css'

type Report = RowOf<typeof levelReport>

/** A monthly report as the customer reads it: what was promised and kept, drawn and in figures, and what is done about it. */
export function ReportBody({ row, refs }: PageProps) {
  const report = row as unknown as Report
  const say = useSay()
  const { figures } = report
  return (
    <article className="sv-report">
      <Head report={report} refs={refs} />
      {figures ? <Told figures={figures} /> : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {report.comment && <Said label={words.comment} text={report.comment} />}
      <Actions row={row} refs={refs} />
      {report.state !== 'draft' && (
        <section>
          <h2>{say(words.acknowledged)}</h2>
          <p>
            {report.acknowledgedAt ? (
              <>
                <span className="ts-figures">{showInstant(report.acknowledgedAt)}</span>{' '}
                {report.acknowledgedBy && <RefLink id={report.acknowledgedBy} refs={refs} />}
              </>
            ) : (
              <StateTag tone="late" word={say(words.awaited)} />
            )}
          </p>
          {report.remarks && <blockquote>{report.remarks}</blockquote>}
        </section>
      )}
    </article>
  )
}

function Head({ report, refs }: { report: Report; refs: PageProps['refs'] }) {
  const say = useSay()
  const lang = useLang()
  const facts: [Words, string | null][] = [
    [words.service, report.service],
    [words.customer, report.customer],
    [words.agreement, report.agreement],
    [words.owner, report.owner],
    [words.contact, report.contact],
  ]
  const file = (format: string) => `/api/level-reports/${report.id}/${format}?lang=${lang}`
  return (
    <header className="sv-report-head">
      <dl>
        <div>
          <dt>{say(words.period)}</dt>
          <dd className="ts-figures">{report.month.slice(0, 7)}</dd>
        </div>
        {facts.map(([label, id]) => (
          <div key={label[1]}>
            <dt>{say(label)}</dt>
            <dd>{id ? <RefLink id={id} refs={refs} /> : '—'}</dd>
          </div>
        ))}
      </dl>
      <div className="sv-report-files">
        {report.state === 'draft' && <StateTag tone="start" word={say(words.draft)} />}
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

const tones = { true: 'kept', false: 'broken', null: 'unknown' } as const
const Held = ({ held }: { held: boolean | null }) => {
  const say = useSay()
  return held === null ? '—' : <StateTag tone={tones[`${held}`]} word={say(heldWords(held))} />
}

function Told({ figures }: { figures: Figures }) {
  const say = useSay()
  return (
    <>
      <section>
        <h2>{say(words.summary)}</h2>
        <Table heads={[words.figure, words.now, words.before, words.promised, words.outcome]}>
          {summaryOf(figures).map(({ label, now, before, promised, held }) => (
            <tr key={label[1]}>
              <th scope="row">{say(label)}</th>
              <td>
                <b>{now}</b>
              </td>
              <td>{before}</td>
              <td>{promised}</td>
              <td>
                <Held held={held} />
              </td>
            </tr>
          ))}
        </Table>
      </section>
      <section>
        <h2>{say(words.trend)}</h2>
        <div className="sv-pictures">
          <figure>
            <figcaption className="sv-legend">
              <span className="is-in">{say(words.in)}</span>
              <span className="is-out">{say(words.out)}</span>
              <span className="is-backlog">{say(words.backlog)}</span>
            </figcaption>
            <PictureShow picture={flowPicture(figures.months)} label={say(levelWords.flow)} />
          </figure>
          <figure>
            <figcaption className="sv-legend">
              <span className="is-out">{say(words.share)} (%)</span>
              <span className="is-promise">{say(words.promised)}</span>
            </figcaption>
            <PictureShow picture={sharePicture(figures.months, figures.share)} label={say(words.share)} />
          </figure>
        </div>
      </section>
      <section>
        <h2>{say(words.byPriority)}</h2>
        <Table
          heads={[words.priority, words.clock, words.minutes, words.judged, words.kept, words.rate, words.outcome]}
        >
          {rowsOf(figures).map(({ priority, clock, kept, rate, held }) => (
            <tr key={`${kept.priority} ${kept.clock}`}>
              <th scope="row">{say(priority)}</th>
              <td>{say(clock)}</td>
              <td>{kept.minutes}</td>
              <td>{kept.judged}</td>
              <td>{kept.kept}</td>
              <td>{rate}</td>
              <td>
                <Held held={held} />
              </td>
            </tr>
          ))}
        </Table>
      </section>
      <section>
        <h2>{say(words.missedOnes)}</h2>
        {figures.missed.length === 0 ? (
          <p className="ts-quiet">{say(words.noneMissed)}</p>
        ) : (
          <Table heads={[words.number, words.title, words.priority, words.clocks]}>
            {figures.missed.map(({ id, number, title, priority, clocks }) => (
              <tr key={id}>
                <th scope="row" className="ts-number">
                  <Link to={`/incidents/${number}`}>{number}</Link>
                </th>
                <td className="sv-text">{title}</td>
                <td>{say(incidentWords.choices.priority[priority])}</td>
                <td>{clocks.map((clock) => say(clockWords(clock))).join(' · ')}</td>
              </tr>
            ))}
          </Table>
        )}
        {figures.missedCount > figures.missed.length && <p className="ts-quiet">{say(words.more)}</p>}
      </section>
    </>
  )
}

function Table({ heads, children }: { heads: readonly Words[]; children: React.ReactNode }) {
  return (
    <HeadedTable box="sv-scroll" table="sv-table" heads={heads}>
      <tbody>{children}</tbody>
    </HeadedTable>
  )
}

const Said = ({ label, text }: { label: Words; text: string }) => (
  <section>
    <h2>{useSay()(label)}</h2>
    <p className="sv-said">{text}</p>
  </section>
)

function Actions({ row, refs }: Pick<PageProps, 'row' | 'refs'>) {
  const say = useSay()
  const [adding, setAdding] = useState(false)
  const { actions } = row as unknown as Report
  const mayAdd = row.can?.['update'] === true
  if (actions.length === 0 && !mayAdd) return null
  return (
    <section>
      <header className="sv-trend-head">
        <h2>{say(words.actions)}</h2>
        {mayAdd && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say(levelWords.improve)}
          </Button>
        )}
      </header>
      {actions.length === 0 ? (
        <p className="ts-quiet">{say(levelWords.noActions)}</p>
      ) : (
        <ul className="ts-plain">
          {actions.map((id) => (
            <li key={id}>
              <RefLink id={id} refs={refs} withNumber />
            </li>
          ))}
        </ul>
      )}
      {adding && <Improve id={row.id} onClose={() => setAdding(false)} />}
    </section>
  )
}
