import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Link, useBlocker, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Empty, Grid, Skeleton } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../../record/words.ts'
import { api } from '../../../../web/client/api.ts'
import { useUpdate } from '../../../../web/client/hooks.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { Leaving } from '../../../../web/record/Leaving.tsx'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { runbook } from '../../runbook/runbook.record.ts'
import { added, changed, faultCount, faultsAt, faultsOfNone, moved, type PlacedFault, removed, tidied } from './edit.ts'
import { StepForm } from './StepForm.tsx'
import { type Named, type RunbookRow, useNamed, useRunbook } from './steps.ts'
import { runbookScreenWords as words } from './words.ts'
import './runbook.css'

const StepsGraph = lazily(() => import('./StepsGraph.tsx').then((m) => m.StepsGraph))

/** `/runbooks/RBK-…/steps`: the steps of a draft, by whoever drew it up. */
export function EditorPage() {
  const say = useSay()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const found = useRunbook(key)
  const named = useNamed()
  if (found.isError || named.isError)
    return (
      <LoadFailed error={found.error ?? named.error} retry={() => Promise.all([found.refetch(), named.refetch()])} />
    )
  if (!found.data || !named.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
  const { item } = found.data
  if (item.can?.['update'] !== true)
    return (
      <div className="ts-pad">
        <Alert
          type="info"
          showIcon
          title={say(words.notDraft)}
          action={<Link to={`/runbooks/${item.number}`}>{say(words.back)}</Link>}
        />
      </div>
    )
  return <Editor key={item.id} row={item as unknown as RunbookRow} named={named.data} />
}

function Editor({ row, named }: { row: RunbookRow; named: Named }) {
  const say = useSay()
  const navigate = useNavigate()
  const screens = Grid.useBreakpoint()
  const saving = useSaving(row)
  const { steps, setSteps, faults, touched } = saving
  const [chosenKey, choose] = useState(steps[0]?.key)
  const at = steps.findIndex(({ key }) => key === chosenKey)
  const step = steps[at]
  const { proceed, reset, status } = useBlocker({
    shouldBlockFn: () => touched,
    enableBeforeUnload: () => touched,
    withResolver: true,
  })
  useTitle(`${row.number} ${say(words.editSteps)}`)

  const add = () => {
    const made = added(steps, at)
    setSteps(made.steps)
    choose(made.key)
  }
  const remove = (key: string) => {
    setSteps(removed(steps, key))
    choose((steps[at + 1] ?? steps[at - 1])?.key)
  }
  return (
    <div className="ops-editor">
      {status === 'blocked' && <Leaving stay={reset} leave={proceed} />}
      <header className="ops-editor-head">
        <h1 className="ts-title">{`${say([row.title, row.titleEn ?? row.title])} · ${say(words.editSteps)}`}</h1>
        <span className="ts-number ts-quiet">{row.number}</span>
        <span className="ts-grow" />
        <Button onClick={() => navigate({ to: `/runbooks/${row.number}` })}>{say(words.back)}</Button>
        <Button type="primary" onClick={saving.save} loading={saving.busy} disabled={!touched}>
          {say(words.save)}
        </Button>
      </header>
      {faultsOfNone(faults).map((text) => (
        <Alert key={text} type="error" showIcon title={text} />
      ))}
      <div className="ops-editor-body">
        <ol className="ops-editor-list">
          {steps.map((one, n) => (
            <li key={one.key}>
              <button
                type="button"
                className={`ops-editor-step ${n === at ? 'is-chosen' : ''}`}
                aria-current={n === at}
                onClick={() => choose(one.key)}
              >
                <span className="ts-quiet ts-figures">{n + 1}</span>
                <span>{say(one.title) || one.key}</span>
                {faultCount(faults, n) > 0 && (
                  <span className="is-broken ts-figures" title={`${faultCount(faults, n)} ${say(words.faults)}`}>
                    ✕{faultCount(faults, n)}
                  </span>
                )}
              </button>
            </li>
          ))}
          <Button icon={<PlusOutlined />} block onClick={add}>
            {say(steps.length === 0 ? words.addFirst : words.addStep)}
          </Button>
        </ol>
        <div className="ops-editor-form">
          {step ? (
            <>
              <div className="ops-editor-tools">
                <h2 className="ts-title">{`${at + 1} ${say(step.title) || step.key}`}</h2>
                <Button
                  icon={<ArrowUpOutlined />}
                  disabled={at === 0}
                  onClick={() => setSteps(moved(steps, step.key, -1))}
                  aria-label={say(words.up)}
                  title={say(words.up)}
                />
                <Button
                  icon={<ArrowDownOutlined />}
                  disabled={at === steps.length - 1}
                  onClick={() => setSteps(moved(steps, step.key, 1))}
                  aria-label={say(words.down)}
                  title={say(words.down)}
                />
                <Button
                  icon={<DeleteOutlined />}
                  onClick={() => remove(step.key)}
                  aria-label={say(words.removeStep)}
                  title={say(words.removeStep)}
                />
              </div>
              {(faultsAt(faults, at)[''] ?? []).map((text) => (
                <Alert key={text} type="error" showIcon title={text} className="ops-step-faults" />
              ))}
              <StepForm
                step={step}
                steps={steps}
                named={named}
                asks={row.parameters}
                faults={faultsAt(faults, at)}
                onChange={(change) => {
                  setSteps(changed(steps, step.key, change))
                  if (change.key !== undefined) choose(change.key)
                }}
              />
            </>
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.noSteps)}>
              <Button type="primary" onClick={add}>
                {say(words.addFirst)}
              </Button>
            </Empty>
          )}
        </div>
        {screens.xl && steps.length > 0 && (
          <div className="ops-editor-graph">
            <StepsGraph
              steps={steps}
              chosen={chosenKey}
              onChoose={choose}
              faulty={new Set(steps.filter((_, n) => faultCount(faults, n) > 0).map(({ key }) => key))}
            />
          </div>
        )}
      </div>
    </div>
  )
}

/** The steps being edited, and saving them: from the version they began with, all faults at once where there are any. */
function useSaving(row: RunbookRow) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const update = useUpdate(runbook, row.id)
  const [begun, setBegun] = useState({ version: row.version, steps: row.steps })
  const [steps, setSteps] = useState(row.steps)
  const [faults, setFaults] = useState<readonly PlacedFault[]>([])

  const save = async () => {
    try {
      const { item } = await update.mutateAsync({ version: begun.version, steps: tidied(steps) })
      setBegun({ version: item.version, steps: item.steps })
      setSteps(item.steps)
      // Saved all the same: a draft may have faults, it cannot be submitted with them.
      const found = await api.call<{ faults: { path: string; text: Words }[] }>(`/runbooks/${row.id}/check`, {
        method: 'POST',
        body: {},
      })
      setFaults(found.faults.map(({ path, text }) => ({ path, message: say(text) })))
      if (found.faults.length === 0) message.success(say(words.saved))
      else message.warning(say(words.savedFaulty))
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setFaults(problem.errors)
      message.error(text(problem))
    }
  }
  return { steps, setSteps, faults, touched: steps !== begun.steps, busy: update.isPending, save }
}
