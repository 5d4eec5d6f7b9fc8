import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Card, Empty, Grid, Skeleton, Tooltip } from 'antd'
import { useState } from 'react'
import { cyclesIn, layersOf } from '../../../../record/graph.ts'
import type { Words } from '../../../../record/words.ts'
import { api } from '../../../../web/client/api.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { FieldShow } from '../../../../web/widgets/index.tsx'
import { runWords } from '../../run/run.words.ts'
import { runbookWords } from '../../runbook/runbook.words.ts'
import type { Step } from '../../runbook/step.rules.ts'
import { holderOf, useMayStart, useStart } from '../run/start.ts'
import { compareWords } from './compare.words.ts'
import { markWords } from './mark.ts'
import { StepTable } from './StepTable.tsx'
import { parameterSaid } from './said.ts'
import { type RunbookRow, useNamed, useSteps } from './steps.ts'
import { runbookScreenWords as words } from './words.ts'
import '../parts.css'
import './runbook.css'

const StepsGraph = lazily(() => import('./StepsGraph.tsx').then((m) => m.StepsGraph))

/** The page of a runbook: what it is for, what may be done with it, its steps as a graph and to be read. */
export function RunbookBody(props: PageProps) {
  const row = props.row as unknown as RunbookRow
  return (
    <>
      <Card size="small" className="ts-body">
        <Facts {...props} />
        <Verbs {...props} runbook={row} />
      </Card>
      <Asks row={row} />
      <Steps row={row} />
    </>
  )
}

/** What a run of it asks for. */
function Asks({ row }: { row: RunbookRow }) {
  const say = useSay()
  const { data } = useSteps(row)
  if (!data || data.parameters.length === 0) return null
  return (
    <Card size="small" className="ts-body" title={say(runbookWords.fields.parameters)}>
      <dl className="ts-facts">
        {data.parameters.map((one) => (
          <div key={one.key}>
            <dt>
              <code>{`{{${one.key}}}`}</code>
            </dt>
            <dd>{say(parameterSaid(one))}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Facts({ entry, row, refs }: PageProps) {
  const say = useSay()
  const { dueAnchor, returnReason } = row as unknown as RunbookRow
  const names = ['code', 'edition', 'kind', 'schedule', 'startBy', 'mirrors', 'basedOn', 'approvedAt'].filter(
    (name) => row[name] !== null,
  )
  return (
    <>
      {returnReason && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(entry.words.fields['returnReason'] as Words)}
          description={returnReason}
        />
      )}
      <p className="ts-prose ops-purpose">{String(row['purpose'] ?? '')}</p>
      <dl className="ts-facts">
        {names.map((name) => (
          <div key={name}>
            <dt>{say(entry.words.fields[name] as Words)}</dt>
            <dd>
              <FieldShow entry={entry} name={name} row={row} refs={refs} />
            </dd>
          </div>
        ))}
        {dueAnchor && (
          <div>
            <dt>{say(entry.words.fields['dueAnchor'] as Words)}</dt>
            <dd>{say(markWords(dueAnchor))}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

/** Start a run, make a new edition, edit the steps, check: what the state allows, and no more. */
function Verbs({ row, runbook }: PageProps & { runbook: RunbookRow }) {
  const say = useSay()
  const navigate = useNavigate()
  const text = useProblemText()
  const { message } = App.useApp()
  const { start, starting } = useStart()
  const [checked, setChecked] = useState<readonly { path: string; text: Words }[]>()
  const failed = (problem: unknown) => {
    void message.error(text(problem))
    const there = holderOf(problem)
    if (there) void navigate({ to: `/runbooks/${there}` })
  }
  const newEdition = () =>
    api
      .call<{ number: string }>(`/runbooks/${runbook.id}/new-edition`, { method: 'POST', body: {} })
      .then(({ number }) => navigate({ to: `/runbooks/${number}` }), failed)
  const check = () =>
    api
      .call<{ faults: { path: string; text: Words }[] }>(`/runbooks/${runbook.id}/check`, { method: 'POST', body: {} })
      .then(({ faults }) => setChecked(faults), failed)
  const mayRun = useMayStart() && runbook.state === 'effective'
  return (
    <>
      <div className="ops-verbs">
        {mayRun && (
          <>
            <Button type="primary" onClick={() => start(runbook.id)} loading={starting}>
              {say(words.start)}
            </Button>
            <Tooltip title={say(words.dryHint)}>
              <Button onClick={() => start(runbook.id, { dry: true })} disabled={starting}>
                {say(runWords.fields.dry)}
              </Button>
            </Tooltip>
          </>
        )}
        {row.can?.['update'] === true && runbook.mirrors === null && (
          <Button type="primary" onClick={() => navigate({ to: `/runbooks/${row.number}/steps` })}>
            {say(words.editSteps)}
          </Button>
        )}
        {runbook.state === 'effective' && row.can?.['new-edition'] === true && (
          <Button onClick={newEdition}>{say(words.newEdition)}</Button>
        )}
        <Button onClick={check}>{say(words.check)}</Button>
        {Number(row['edition']) > 1 && (
          <Button onClick={() => navigate({ to: `/runbooks/${row.number}/compare` })}>
            {say(compareWords.compare)}
          </Button>
        )}
        <Link to="/runs" search={{ runbook: runbook.id } as never}>
          {say(words.itsRuns)}
        </Link>
      </div>
      {checked && (
        <Alert
          type={checked.length === 0 ? 'success' : 'warning'}
          showIcon
          closable
          className="ops-checked"
          title={say(checked.length === 0 ? words.checkFine : words.checkFaults)}
          {...(checked.length > 0 ? { description: <FaultList faults={checked} /> } : {})}
        />
      )}
    </>
  )
}

const FaultList = ({ faults }: { faults: readonly { path: string; text: Words }[] }) => {
  const say = useSay()
  return (
    <ul className="ts-plain">
      {faults.map(({ path, text }) => (
        <li key={`${path} ${text[0]}`}>
          <span className="ts-quiet ts-figures">{placeOf(path)}</span> {say(text)}
        </li>
      ))}
    </ul>
  )
}

/** `steps.3.deadline` → `#4`: people count from one. */
const placeOf = (path: string): string => {
  const at = /^steps\.(\d+)/.exec(path)?.[1]
  return at === undefined ? '' : `#${Number(at) + 1}`
}

/** A row of the drawn graph with the way to the next, and what is above and below it; pixels. */
const rowHeight = 76
const margin = 24

/** A draft may hold a ring, which has no rows of its own. */
const rowsOf = (steps: readonly Step[]): number => (cyclesIn(steps).length > 0 ? steps.length : layersOf(steps).length)

function Steps({ row }: { row: RunbookRow }) {
  const say = useSay()
  const wide = Grid.useBreakpoint().md ?? true
  const { data, error, refetch } = useSteps(row)
  const named = useNamed()
  if (error) return <LoadFailed error={error} retry={refetch} />
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />
  const { steps, original } = data
  return (
    <Card size="small" title={`${say(words.table)}${steps.length > 0 ? ` ${steps.length}` : ''}`}>
      {original !== undefined && (
        <Alert
          type="info"
          showIcon
          className="ts-gap"
          title={
            original ? (
              <>
                {say(words.derived)}{' '}
                <Link to={`/runbooks/${original.number}`} className="ts-ref">
                  {say([original.title, original.titleEn ?? original.title])}
                </Link>
              </>
            ) : (
              `${say(words.noOriginal)} ${row.mirrors}`
            )
          }
        />
      )}
      {steps.length === 0 ? (
        original === undefined && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.noSteps)} />
      ) : (
        <>
          {wide && (
            <div className="ops-steps-graph" style={{ height: rowsOf(steps) * rowHeight + margin }}>
              <StepsGraph steps={steps} inline />
            </div>
          )}
          <StepTable steps={steps} named={named.data} />
        </>
      )}
    </Card>
  )
}
