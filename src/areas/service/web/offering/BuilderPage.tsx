import { Link, useBlocker, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useItem } from '../../../../web/client/hooks.ts'
import { Leaving } from '../../../../web/record/Leaving.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { offering } from '../../offering/offering.record.ts'
import { labelOf } from '../../offering/question.rules.ts'
import { titleOf } from '../../offering/task.rules.ts'
import { type OfferingRow, useBuilder } from './builder.ts'
import {
  type Drafted,
  faultCount,
  faultsAt,
  inserted,
  moved,
  newQuestion,
  newStep,
  newTask,
  type Part,
  type PlacedFault,
  renamedQuestion,
  renamedTask,
  withoutTask,
} from './edit.ts'
import { type Member, Members } from './Members.tsx'
import { Preview } from './Preview.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { StepForm } from './StepForm.tsx'
import { TaskForm } from './TaskForm.tsx'
import { kindWords, builderWords as words } from './words.ts'
import './builder.css'

/** `/offerings/OFR-…/build`: what is asked, who agrees and what is done, by whoever drew the draft up. */
export function BuilderPage() {
  const say = useSay()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { data, error, refetch } = useItem(offering, key)
  if (error) return <LoadFailed error={error} retry={refetch} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
  const { item } = data
  if (item.can?.['update'] !== true)
    return (
      <div className="ts-pad">
        <Alert
          type="info"
          showIcon
          title={say(words.notDraft)}
          action={<Link to={`/offerings/${item.number}`}>{say(words.back)}</Link>}
        />
      </div>
    )
  return <Builder key={item.id} row={item as unknown as OfferingRow} />
}

const parts = ['form', 'approval', 'tasks'] as const

function Builder({ row }: { row: OfferingRow }) {
  const say = useSay()
  const navigate = useNavigate()
  const { draft, change, faults, touched, busy, save } = useBuilder(row)
  const { proceed, reset, status } = useBlocker({
    shouldBlockFn: () => touched,
    enableBeforeUnload: () => touched,
    withResolver: true,
  })
  const title = say([row.title, row.titleEn ?? row.title])
  useTitle(`${row.number} ${title}`)
  const label = (part: Part) => {
    const count = faultCount(faults, part)
    return (
      <>
        {`${say(words[part])} ${draft[part].length}`}
        {count > 0 && <span className="is-broken ts-figures">{` ✕${count}`}</span>}
      </>
    )
  }
  const of = { draft, change, faults }
  return (
    <div className="svc-builder">
      {status === 'blocked' && <Leaving stay={reset} leave={proceed} />}
      <header className="svc-builder-head">
        <h1 className="ts-title">{title}</h1>
        <span className="ts-number ts-quiet">{row.number}</span>
        <span className="ts-grow" />
        <Button onClick={() => navigate({ to: `/offerings/${row.number}` })}>{say(words.back)}</Button>
        <Button type="primary" onClick={save} loading={busy} disabled={!touched}>
          {say(words.save)}
        </Button>
      </header>
      {faults
        .filter(({ path }) => !parts.some((part) => path.startsWith(`${part}.`)))
        .map(({ path, text }) => (
          <Alert key={`${path} ${text}`} type="error" showIcon title={text} />
        ))}
      <div className="svc-builder-body">
        <Tabs
          className="svc-builder-tabs"
          items={[
            { key: 'form', label: label('form'), children: <Questions {...of} /> },
            { key: 'approval', label: label('approval'), children: <Steps {...of} /> },
            { key: 'tasks', label: label('tasks'), children: <Tasks {...of} /> },
          ]}
        />
        <Preview draft={draft} isSound={faults.length === 0} />
      </div>
    </div>
  )
}

interface PartProps {
  readonly draft: Drafted
  readonly change: (draft: Drafted) => void
  readonly faults: readonly PlacedFault[]
}

/** Which member is in hand: one that is added or moved stays so. */
function useMembers<P extends Part>(part: P, { draft, change }: PartProps) {
  const [at, choose] = useState(0)
  const list = draft[part] as Drafted[P][number][]
  const put = (next: Drafted[P][number][]) => change({ ...draft, [part]: next })
  return {
    at,
    choose,
    put,
    set: (one: Drafted[P][number]) => put(list.map((old, n) => (n === at ? one : old))),
    add: (one: Drafted[P][number]) => {
      put(inserted(list, at, one))
      choose(Math.min(at + 1, list.length))
    },
    move: (from: number, to: number) => {
      if (to < 0 || to >= list.length) return
      put(moved(list, from, to))
      choose(to)
    },
    removed: () => choose(Math.max(0, Math.min(at, list.length - 2))),
  }
}

function Questions(props: PartProps) {
  const say = useSay()
  const { draft, change, faults } = props
  const { form } = draft
  const { at, choose, put, set, add, move, removed } = useMembers('form', props)
  const members = form.map(
    (one, n): Member => ({
      key: one.key,
      title: say(labelOf(one)),
      hint: say(kindWords[one.kind]),
      faults: faultCount(faults, 'form', n),
    }),
  )
  return (
    <Members
      members={members}
      at={at}
      add={words.addQuestion}
      empty={words.noQuestions}
      onChoose={choose}
      onMove={move}
      onAdd={() => add(newQuestion(form, 'text'))}
      onRemove={(n) => {
        put(form.filter((_one, i) => i !== n))
        removed()
      }}
    >
      {form[at] && (
        <QuestionForm
          form={form}
          at={at}
          faults={faultsAt(faults, 'form', at)}
          onChange={set}
          onRename={(key) => change(renamedQuestion(draft, form[at]?.key ?? '', key))}
        />
      )}
    </Members>
  )
}

function Steps(props: PartProps) {
  const say = useSay()
  const { draft, faults } = props
  const { approval } = draft
  const { at, choose, put, set, add, move, removed } = useMembers('approval', props)
  const step = approval[at]
  const members = approval.map(
    ({ name, when }, n): Member => ({
      // Steps have no key: their place is what they are.
      key: String(n),
      title: say(name),
      hint: when.length > 0 ? say(words.when) : '',
      faults: faultCount(faults, 'approval', n),
    }),
  )
  return (
    <Members
      members={members}
      at={at}
      add={words.addStep}
      empty={words.noSteps}
      onChoose={choose}
      onMove={move}
      onAdd={() => add(newStep())}
      onRemove={(n) => {
        put(approval.filter((_one, i) => i !== n))
        removed()
      }}
    >
      {step && <StepForm form={draft.form} step={step} faults={faultsAt(faults, 'approval', at)} onChange={set} />}
    </Members>
  )
}

function Tasks(props: PartProps) {
  const say = useSay()
  const { draft, faults } = props
  const { tasks } = draft
  const { at, choose, put, set, add, move, removed } = useMembers('tasks', props)
  const place = new Map(tasks.map(({ key }, n) => [key, n + 1]))
  const members = tasks.map((task, n): Member => {
    const after = task.after.map((key) => place.get(key) ?? key).join(', ')
    return {
      key: task.key,
      title: say(titleOf(task)),
      hint: after && `← ${after}`,
      faults: faultCount(faults, 'tasks', n),
    }
  })
  return (
    <Members
      members={members}
      at={at}
      add={words.addTask}
      empty={words.noTasks}
      onChoose={choose}
      onMove={move}
      onAdd={() => add(newTask(tasks, at))}
      onRemove={(n) => {
        put(withoutTask(tasks, tasks[n]?.key ?? ''))
        removed()
      }}
    >
      {tasks[at] && (
        <TaskForm
          form={draft.form}
          tasks={tasks}
          at={at}
          faults={faultsAt(faults, 'tasks', at)}
          onChange={set}
          onRename={(key) => put(renamedTask(tasks, tasks[at]?.key ?? '', key))}
        />
      )}
    </Members>
  )
}
