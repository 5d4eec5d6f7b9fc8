import { Link } from '@tanstack/react-router'
import { Alert, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { agreement } from '../../agreement/agreement.record.ts'
import { type Gap, gapsBetween } from '../../agreement/pledge.rules.ts'
import { incidentWords } from '../../incident/incident.words.ts'
import { levelReport } from '../../level-report/level-report.record.ts'
import { levelReportWords } from '../../level-report/level-report.words.ts'
import { clockWords } from '../../level-report/report.rules.ts'
import { underpinning } from '../../underpinning/underpinning.record.ts'
import { levelWords as words } from './words.ts'
import './level.css'

type Agreement = RowOf<typeof agreement>

/** Beside an agreement: on what vendors promise us it stands, where it promises more than that, and its reports. */
export function AboutAgreement({ row }: PageProps) {
  const ours = row as unknown as Agreement
  const say = useSay()
  return (
    <>
      <Card size="small" title={say(words.stands)}>
        <Contracts ours={ours} />
      </Card>
      <Card size="small" title={say(words.reports)}>
        <Reports id={ours.id} />
      </Card>
    </>
  )
}

function Contracts({ ours }: { ours: Agreement }) {
  const say = useSay()
  const { data, isError } = useList(underpinning, { service: ours.service, state: 'in-force', sort: 'validTo' })
  const contracts = data?.pages.flatMap(({ items }) => items) ?? []
  if (isError || (data && contracts.length === 0)) return <p className="ts-quiet">{say(words.noContracts)}</p>
  const today = dateOf(new Date())
  return (
    <ul className="ts-plain sv-contracts">
      {contracts.map((one) => {
        const gaps = gapsBetween(ours, one)
        return (
          <li key={one.id}>
            <Link to={`/underpinnings/${one.number}`}>{one.name}</Link>
            <span className="ts-quiet ts-figures">
              {one.vendor} · {say(words.until)} {one.validTo}
            </span>
            {one.validTo < today && <StateTag tone="broken" word={say(words.over)} />}
            {gaps.length > 0 && (
              <Alert
                type="warning"
                showIcon
                title={say(words.gaps)}
                description={
                  <ul className="ts-plain">
                    {gaps.map((gap) => (
                      <li key={`${gap.what} ${gap.priority}`} className="ts-figures">
                        {say(gapWords(gap))}
                      </li>
                    ))}
                  </ul>
                }
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** `P2 高 解决:我们 240 分钟,厂商 480 分钟`. */
function gapWords({ what, priority, ours, theirs }: Gap): Words {
  const [zh, en] =
    what === 'availability'
      ? words.availability
      : ([0, 1].map((n) => `${incidentWords.choices.priority[priority ?? 'p4'][n]} ${clockWords(what)[n]}`) as [
          string,
          string,
        ])
  const unit: Words = what === 'availability' ? ['%', '%'] : ['分钟', 'min']
  return [
    `${zh}:${words.ours[0]} ${ours} ${unit[0]},${words.theirs[0]} ${theirs} ${unit[0]}`,
    `${en}: ${words.ours[1]} ${ours} ${unit[1]}, ${words.theirs[1]} ${theirs} ${unit[1]}`,
  ]
}

function Reports({ id }: { id: string }) {
  const say = useSay()
  const { data } = useList(levelReport, { agreement: id, sort: '-month' })
  const reports = data?.pages.flatMap(({ items }) => items) ?? []
  if (data && reports.length === 0) return <p className="ts-quiet">{say(levelReportWords.empty)}</p>
  return (
    <ul className="ts-plain">
      {reports.map(({ id: report, number, month, state }) => (
        <li key={report} className="sv-month">
          <Link to={`/level-reports/${number}`} className="ts-figures">
            {month.slice(0, 7)}
          </Link>
          <span className="ts-quiet">{say(levelReportWords.states[state])}</span>
        </li>
      ))}
    </ul>
  )
}
