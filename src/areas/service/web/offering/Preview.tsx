import { useMemo, useState } from 'react'
import { Speaking, useSay } from '../../../../web/shell/lang.tsx'
import { answersOf } from '../../offering/answers.rules.ts'
import { type Answers, type Form, holdsOf } from '../../offering/question.rules.ts'
import { tasksFor, titleOf } from '../../offering/task.rules.ts'
import { type Filled, Questions } from '../order/Questions.tsx'
import { orderWords } from '../order/words.ts'
import { requestScreenWords } from '../request/words.ts'
import type { Drafted } from './edit.ts'
import { builderWords as words } from './words.ts'

/** The form as whoever orders will meet it, in both languages over the same answers, and what these would lead to. */
export function Preview({ draft, isSound }: { draft: Drafted; isSound: boolean }) {
  const say = useSay()
  const [filled, setFilled] = useState<Filled>({})
  const { answers } = useMemo(() => answersOf(draft.form, filled), [draft.form, filled])
  const both = (['zh', 'en'] as const).map((lang) => (
    <section key={lang}>
      <h3>{say(words[lang])}</h3>
      <Speaking lang={lang}>
        <Questions form={draft.form} filled={filled} faults={noFaults} onChange={setFilled} />
      </Speaking>
    </section>
  ))
  return (
    <aside className="svc-preview" aria-label={say(words.preview)}>
      <h2 className="ts-title">{say(words.preview)}</h2>
      <div className="svc-preview-both">{both}</div>
      {isSound && <Leads draft={draft} form={draft.form} answers={answers} />}
    </aside>
  )
}

const noFaults = {}

/** Which steps and tasks the answers would call for. */
function Leads({ draft, form, answers }: { draft: Drafted; form: Form; answers: Answers }) {
  const say = useSay()
  const steps = draft.approval.filter(({ when }) => holdsOf(form, when, answers))
  const tasks = tasksFor(draft.tasks, form, answers)
  return (
    <dl className="svc-leads">
      <dt>{say(orderWords.asks)}</dt>
      <dd>{steps.length === 0 ? say(words.nobody) : steps.map(({ name }) => say(name)).join(' → ')}</dd>
      <dt>{say(words.tasks)}</dt>
      <dd>
        {tasks.length === 0
          ? say(requestScreenWords.noTasks)
          : tasks.map((task) => say(titleOf(task))).join(say(orderWords.comma))}
      </dd>
    </dl>
  )
}
