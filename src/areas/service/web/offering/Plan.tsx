import type { Condition } from '../../../../record/condition.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { conditionWords } from '../../offering/question.rules.ts'
import { titleOf } from '../../offering/task.rules.ts'
import { orderWords } from '../order/words.ts'
import type { OfferingRow } from './builder.ts'
import { builderWords as words } from './words.ts'
import './builder.css'

/** The steps of the approval to be read: who is asked in which order, for which answers. */
export function StepsShow({ row }: { row: OfferingRow }) {
  const say = useSay()
  if (row.approval.length === 0) return <p className="ts-quiet">{say(words.noSteps)}</p>
  return (
    <ol className="svc-plan">
      {row.approval.map(({ name, when }, n) => (
        <li key={`${n} ${name[0]}`}>
          <b>{say(name)}</b>
          <When row={row} when={when} />
        </li>
      ))}
    </ol>
  )
}

/** The tasks to be read: what is done after what, for which answers. */
export function TasksShow({ row }: { row: OfferingRow }) {
  const say = useSay()
  const place = new Map(row.tasks.map(({ key }, n) => [key, n + 1]))
  if (row.tasks.length === 0) return <p className="ts-quiet">{say(words.noTasks)}</p>
  return (
    <ol className="svc-plan">
      {row.tasks.map((task) => (
        <li key={task.key}>
          <b>{say(titleOf(task))}</b>
          {task.after.length > 0 && (
            <span className="ts-quiet ts-figures">{`← ${task.after.map((key) => place.get(key) ?? key).join(', ')}`}</span>
          )}
          <When row={row} when={task.when} />
          {task.instructions && (
            <p className="ts-quiet ts-prose">{say([task.instructions, task.instructionsEn ?? task.instructions])}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** For which answers, in the words of the form. */
function When({ row, when }: { row: OfferingRow; when: readonly Condition[] }) {
  const say = useSay()
  if (when.length === 0) return null
  return (
    <span className="ts-quiet">{`${say(words.when)} ${when.map((one) => say(conditionWords(row.form, one))).join(say(orderWords.comma))}`}</span>
  )
}
