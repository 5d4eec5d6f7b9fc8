import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { labelOf } from '../../offering/question.rules.ts'
import type { OfferingRow } from './builder.ts'
import { StepsShow, TasksShow } from './Plan.tsx'
import { kindWords } from './words.ts'

const rowOf = ({ row }: FieldProps) => row as unknown as OfferingRow

/** The content of an offering where a field is read: in what is signed, and in a list how much of it there is. */
export function FormField(props: FieldProps) {
  const say = useSay()
  const { form } = rowOf(props)
  if (props.dense) return <span className="ts-figures">{form.length}</span>
  return (
    <ol className="svc-plan">
      {form.map((question) => (
        <li key={question.key}>
          <b>{say(labelOf(question))}</b>
          <span className="ts-quiet">{say(kindWords[question.kind])}</span>
        </li>
      ))}
    </ol>
  )
}

export const ApprovalField = (props: FieldProps) =>
  props.dense ? <span className="ts-figures">{rowOf(props).approval.length}</span> : <StepsShow row={rowOf(props)} />

export const TasksField = (props: FieldProps) =>
  props.dense ? <span className="ts-figures">{rowOf(props).tasks.length}</span> : <TasksShow row={rowOf(props)} />
