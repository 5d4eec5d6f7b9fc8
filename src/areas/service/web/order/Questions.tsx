import { UploadOutlined } from '@ant-design/icons'
import { Button, Checkbox, Radio, Select, Upload, type UploadFile } from 'antd'
import { useId } from 'react'
import type { Refs } from '../../../../web/client/types.ts'
import type { Shown } from '../../../../web/format/value.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { customWidgets } from '../../../../web/widgets/custom.tsx'
import { link } from '../../../../web/widgets/link.tsx'
import { askedIn } from '../../offering/answers.rules.ts'
import { type Form, fieldOfQuestion, helpOf, labelOf, type Question } from '../../offering/question.rules.ts'
import { orderWords as words } from './words.ts'
import './order.css'

/** What was filled in so far; null is what was emptied again. */
export type Filled = Readonly<Record<string, unknown>>
/** Files that were chosen, by the key of the question that asks for them. */
export type Chosen = Readonly<Record<string, readonly File[]>>

interface QuestionsProps {
  readonly form: Form
  readonly filled: Filled
  /** By key of question. */
  readonly faults: Readonly<Record<string, readonly string[]>>
  readonly refs?: Refs
  readonly onChange: (filled: Filled) => void
  readonly onFiles?: (key: string, files: readonly File[]) => void
}

const noRefs: Refs = {}

/** The questions of a form to be answered: those that the answers so far call for. */
export function Questions({ form, filled, faults, refs = noRefs, onChange, onFiles }: QuestionsProps) {
  return (
    <div className="svc-questions">
      {askedIn(form, filled).map((question) => (
        <Asked
          key={question.key}
          question={question}
          value={filled[question.key] === undefined ? question.default : filled[question.key]}
          faults={faults[question.key] ?? []}
          refs={refs}
          onChange={(next) => onChange({ ...filled, [question.key]: next ?? null })}
          onFiles={(files) => onFiles?.(question.key, files)}
        />
      ))}
    </div>
  )
}

interface AskedProps {
  readonly question: Question
  readonly value: unknown
  readonly faults: readonly string[]
  readonly refs: Refs
  readonly onChange: (value: unknown) => void
  readonly onFiles: (files: readonly File[]) => void
}

function Asked(props: AskedProps) {
  const say = useSay()
  const id = useId()
  const { question, faults } = props
  const help = helpOf(question)
  const name = (
    <>
      {say(labelOf(question))}
      {question.required && <span aria-hidden="true"> *</span>}
    </>
  )
  const isGroup = question.kind === 'flag' || isShort(question)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame of its own
    <div role="group" aria-labelledby={`${id}label`} className={isWide(question) ? 'is-wide' : ''}>
      {isGroup ? (
        <span id={`${id}label`} className="svc-label">
          {name}
        </span>
      ) : (
        <label id={`${id}label`} htmlFor={id} className="svc-label">
          {name}
        </label>
      )}
      <AnswerEdit {...props} id={id} />
      {help && <div className="ts-quiet svc-question-help">{say(help)}</div>}
      {faults.map((fault) => (
        <div key={fault} className="ts-fault" role="alert">
          {fault}
        </div>
      ))}
    </div>
  )
}

/** Few choices stand in sight, many in a list. */
const isShort = ({ kind, choices }: Question): boolean =>
  (kind === 'choice' || kind === 'choices') && choices.length <= 5

const isWide = ({ kind, choices }: Question): boolean =>
  kind === 'prose' || kind === 'file' || kind === 'flag' || (kind === 'choices' && choices.length > 2)

interface AnswerEditProps {
  readonly question: Question
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly refs?: Refs
  readonly onFiles?: (files: readonly File[]) => void
  /** Of the control, for a label that stands beside it. */
  readonly id: string
}

/** One answer, as its kind is written. */
export function AnswerEdit({ question, value, refs = noRefs, onChange, onFiles, id }: AnswerEditProps) {
  const say = useSay()
  const { kind } = question
  const options = question.choices.map((one) => ({ value: one.value, label: say(labelOf(one)) }))
  switch (kind) {
    case 'flag':
      return (
        <Checkbox checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          {say(words.agree)}
        </Checkbox>
      )
    case 'choices':
      return isShort(question) ? (
        <Checkbox.Group value={listOf(value)} options={options} onChange={onChange} />
      ) : (
        <Select
          id={id}
          mode="multiple"
          value={listOf(value)}
          options={options}
          onChange={onChange}
          optionFilterProp="label"
        />
      )
    case 'choice':
      if (isShort(question))
        return <Radio.Group value={value ?? null} options={options} onChange={({ target }) => onChange(target.value)} />
      break
    case 'file':
      return <Files value={listOf(value)} onChange={onChange} onFiles={(files) => onFiles?.(files)} />
    default:
  }
  const { Edit } = kind === 'person' || kind === 'department' || kind === 'component' ? link : customWidgets[kind]
  return (
    <Edit
      id={id}
      shown={shownOf(question)}
      field={fieldOfQuestion(question)}
      refs={refs}
      value={value ?? null}
      onChange={onChange}
    />
  )
}

/** A question as the widgets of fields want it. */
export const shownOf = (question: Question): Shown => {
  const { key, kind, choices } = question
  const field = fieldOfQuestion(question)
  return {
    name: key,
    kind: field.kind,
    label: labelOf(question),
    filter: false,
    sort: false,
    ...(field.to ? { to: field.to } : {}),
    ...(kind === 'choice' ? { choices: Object.fromEntries(choices.map((one) => [one.value, labelOf(one)])) } : {}),
  }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : [])

/** The answer names the files; they themselves are sent once there is a request to hang them on. */
function Files({
  value,
  onChange,
  onFiles,
}: {
  value: readonly string[]
  onChange: (names: string[]) => void
  onFiles: (files: readonly File[]) => void
}) {
  const say = useSay()
  const list = value.map((name, n): UploadFile => ({ uid: `${n} ${name}`, name }))
  return (
    <Upload
      multiple
      maxCount={10}
      defaultFileList={list}
      beforeUpload={() => false}
      onChange={({ fileList }) => {
        onChange(fileList.map(({ name }) => name))
        onFiles(fileList.flatMap(({ originFileObj }) => originFileObj ?? []))
      }}
    >
      <Button icon={<UploadOutlined />}>{say(words.addFiles)}</Button>
    </Upload>
  )
}
