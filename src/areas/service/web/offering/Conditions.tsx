import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { type Condition, conditionOps } from '../../../../record/condition.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { words as webWords } from '../../../../web/words.ts'
import { type Form, fieldOfQuestion, labelOf, type Question } from '../../offering/question.rules.ts'
import { AnswerEdit } from '../order/Questions.tsx'
import { builderWords as words } from './words.ts'

type Op = Condition['op']

interface ConditionsProps {
  /** What they may look at. */
  readonly form: Form
  readonly value: readonly Condition[]
  readonly onChange: (when: Condition[]) => void
}

/** Conditions on answers, all of which must hold. */
export function Conditions({ form, value, onChange }: ConditionsProps) {
  const say = useSay()
  const [first] = form.filter(isComparable)
  const put = (at: number, next: Condition) => onChange(value.map((one, n) => (n === at ? next : one)))
  return (
    <>
      <div className="ts-quiet">
        {say(value.length === 0 ? (first ? words.whenAlways : words.noEarlier) : words.whenAll)}
      </div>
      {value.map((one, at) => (
        // A condition has no name of its own: its place is what it is.
        <div key={at} className="svc-condition">
          <One form={form} value={one} onChange={(next) => put(at, next)} />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say(words.remove)} ${at + 1}`}
            onClick={() => onChange(value.filter((_one, n) => n !== at))}
          />
        </div>
      ))}
      {first && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, begun(first)])}>
          {say(words.addCondition)}
        </Button>
      )}
    </>
  )
}

const isComparable = ({ kind }: Question): boolean => kind !== 'file'

/** A condition on a question as one would first want it. */
const begun = (question: Question): Condition => ({ field: question.key, op: 'is', value: firstValue(question) })

function firstValue({ kind, choices }: Question): Condition['value'] {
  if (kind === 'flag') return true
  if (kind === 'number') return 0
  return choices[0]?.value ?? null
}

function One({ form, value, onChange }: { form: Form; value: Condition; onChange: (next: Condition) => void }) {
  const say = useSay()
  const question = form.find(({ key }) => key === value.field)
  return (
    <>
      <Select
        aria-label={say(words.label)}
        {...(question ? { value: value.field } : {})}
        status={question ? '' : 'error'}
        options={form.filter(isComparable).map((one) => ({ value: one.key, label: say(labelOf(one)) || one.key }))}
        onChange={(key: string) => {
          const next = form.find((one) => one.key === key)
          if (next) onChange(begun(next))
        }}
      />
      <Select
        aria-label={say(words.compared)}
        value={value.op}
        options={(question ? opsOf(question) : []).map((op) => ({ value: op, label: say(conditionOps[op]) }))}
        onChange={(op: Op) => onChange({ ...value, op, value: fitted(op, value.value) })}
      />
      {question && <Value question={question} value={value} onChange={onChange} />}
    </>
  )
}

/** How a kind can be compared: only what has an order by size. */
function opsOf(question: Question): Op[] {
  const { kind } = fieldOfQuestion(question)
  if (kind === 'number' || kind === 'date') return ['is', 'is-not', 'at-least', 'at-most']
  if (kind === 'flag') return ['is']
  return question.choices.length > 0 ? ['is', 'is-not', 'among'] : ['is', 'is-not']
}

/** Several values for `among`, one for anything else. */
function fitted(op: Op, value: Condition['value']): Condition['value'] {
  if (op === 'among') return [value].flat().filter((one) => one !== null)
  return Array.isArray(value) ? (value[0] ?? null) : value
}

function Value({
  question,
  value,
  onChange,
}: {
  question: Question
  value: Condition
  onChange: (next: Condition) => void
}) {
  const say = useSay()
  const id = useId()
  const put = (next: unknown) => onChange({ ...value, value: (next ?? null) as Condition['value'] })
  if (question.kind === 'flag')
    return (
      <Select
        aria-label={say(words.value)}
        value={value.value as boolean}
        options={[
          { value: true, label: say(webWords.yes) },
          { value: false, label: say(webWords.no) },
        ]}
        onChange={put}
      />
    )
  if (question.choices.length > 0)
    return (
      <Select
        aria-label={say(words.value)}
        mode={value.op === 'among' ? 'multiple' : (undefined as never)}
        value={value.value as never}
        options={question.choices.map((one) => ({ value: one.value, label: say(labelOf(one)) || one.value }))}
        onChange={put}
      />
    )
  return (
    <div>
      <label htmlFor={id} className="ts-sr">
        {say(words.value)}
      </label>
      <AnswerEdit id={id} question={question} value={value.value} onChange={put} />
    </div>
  )
}
