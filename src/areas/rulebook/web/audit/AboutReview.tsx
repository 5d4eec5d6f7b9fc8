import { Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { action } from '../../../service/action/action.record.ts'
import type { RuleArea } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import { type ControlState, controlStates } from '../../control/state.rules.ts'
import { controlStateWords } from '../../control/state.words.ts'
import { figureWords as figures, lineWords } from '../../management-review/figures.words.ts'
import type { managementReview } from '../../management-review/management-review.record.ts'
import { type Figures, linesOf } from '../../management-review/management-review.rules.ts'
import { tones } from '../rulebook.ts'
import { Bars } from './Bars.tsx'
import { auditPageWords as words } from './words.ts'
import './audit.css'

/** What a review looks at, and what it decided. */
export function AboutReview({ row }: PageProps) {
  const say = useSay()
  const one = row as unknown as RowOf<typeof managementReview>
  return (
    <>
      {one.figures === null ? (
        <p className="ts-quiet ts-gap">{say(words.notCompiled)}</p>
      ) : (
        <ShownFigures figures={one.figures} frozen={one.digest !== null} />
      )}
      {one.state !== 'draft' && (
        <Related
          record={action}
          by={{ managementReview: row.id }}
          sort="due"
          title={figures.decisions}
          add={figures.addDecision}
          none={figures.noDecisions}
          asked={['title', 'owner', 'due', 'detail']}
          open={one.state !== 'closed'}
          more={({ owner, due }, refs) => (
            <>
              <RefLink id={owner as string} refs={refs} />
              <time className="ts-figures ts-quiet" dateTime={due as string}>
                {due as string}
              </time>
            </>
          )}
        />
      )}
    </>
  )
}

function ShownFigures({ figures: of, frozen }: { figures: Figures; frozen: boolean }) {
  const say = useSay()
  return (
    <Card
      size="small"
      title={say(figures.figures)}
      extra={frozen && <span className="ts-quiet">{say(words.frozen)}</span>}
    >
      <dl className="adt-figures">
        {linesOf(of).map(([key, value]) => (
          <div key={key}>
            <dt>{say(lineWords[key])}</dt>
            <dd className="ts-figures">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="adt-heading">{say(figures.controls)}</h3>
      <p className="adt-tally">
        {controlStates.map((state) => (
          <span key={state}>
            <ToneMark tone={tones[state]} /> {say(controlStateWords[state])}
          </span>
        ))}
      </p>
      <table className="adt-table">
        <thead>
          <tr>
            <th>{say(figures.area)}</th>
            <th>{say(figures.before)}</th>
            <th>{say(figures.after)}</th>
          </tr>
        </thead>
        <tbody>
          {of.areas.map(({ area, before, after }) => (
            <tr key={area}>
              <th scope="row">{say(areaWords[area as RuleArea])}</th>
              <td>
                <Stands of={before} />
              </td>
              <td>
                <Stands of={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Stands({ of }: { of: Record<ControlState, number> }) {
  const say = useSay()
  return (
    <>
      <Bars shares={controlStates.map((key) => ({ key, tone: tones[key], n: of[key] }))} />
      <span className="adt-tally ts-figures">
        {controlStates
          .filter((key) => of[key] > 0)
          .map((key) => (
            <span key={key} title={say(controlStateWords[key])}>
              <ToneMark tone={tones[key]} /> {of[key]}
            </span>
          ))}
      </span>
    </>
  )
}
