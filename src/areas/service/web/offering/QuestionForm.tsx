import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type Form, type Question, type QuestionKind, questionKinds } from '../../offering/question.rules.ts'
import { AnswerEdit } from '../order/Questions.tsx'
import { Choices } from './Choices.tsx'
import { Conditions } from './Conditions.tsx'
import { ofKind } from './edit.ts'
import { KeyEdit } from './KeyEdit.tsx'
import { Labelled } from './Labelled.tsx'
import { kindWords, builderWords as words } from './words.ts'

interface QuestionFormProps {
  readonly form: Form
  readonly at: number
  readonly faults: Readonly<Record<string, readonly string[]>>
  readonly onChange: (question: Question) => void
  readonly onRename: (key: string) => void
}

/** One question: what is asked, how it is answered, when it is asked at all. */
export function QuestionForm({ form, at, faults, onChange, onRename }: QuestionFormProps) {
  const say = useSay()
  const id = useId()
  const question = form[at] as Question
  const { kind } = question
  const set = (change: { readonly [K in keyof Question]?: Question[K] | undefined }) =>
    onChange({ ...question, ...change } as Question)
  const text = (name: 'label' | 'labelEn' | 'help' | 'helpEn', most: number) => (
    <Input
      aria-label={say(words[name])}
      value={question[name] ?? ''}
      maxLength={most}
      onChange={({ target }) => set({ [name]: name === 'label' ? target.value : target.value || undefined })}
    />
  )
  const number = (name: 'min' | 'max' | 'maxLength') => (
    <Labelled label={say(words[name])} faults={faults[name]}>
      <InputNumber
        aria-label={say(words[name])}
        value={question[name] ?? null}
        onChange={(next) => set({ [name]: next ?? undefined })}
      />
    </Labelled>
  )
  return (
    <div className="svc-build-grid">
      <Labelled label={say(words.label)} faults={faults['label']}>
        {text('label', 120)}
      </Labelled>
      <Labelled label={say(words.labelEn)} faults={faults['labelEn']}>
        {text('labelEn', 120)}
      </Labelled>
      <Labelled label={say(words.kind)} faults={faults['kind']}>
        <Select
          aria-label={say(words.kind)}
          value={kind}
          options={questionKinds.map((one) => ({ value: one, label: say(kindWords[one]) }))}
          onChange={(next: QuestionKind) => onChange(ofKind(question, next))}
        />
      </Labelled>
      <Labelled label={say(words.key)} faults={faults['key']}>
        <KeyEdit value={question.key} taken={form.map(({ key }) => key)} onChange={onRename} />
      </Labelled>
      <Labelled label={say(words.help)} faults={faults['help']}>
        {text('help', 500)}
      </Labelled>
      <Labelled label={say(words.helpEn)} faults={faults['helpEn']}>
        {text('helpEn', 500)}
      </Labelled>
      <Labelled label={say(words.required)}>
        <Checkbox checked={question.required} onChange={({ target }) => set({ required: target.checked })}>
          {say(kind === 'flag' ? words.mustAgree : words.required)}
        </Checkbox>
      </Labelled>
      {kind === 'number' && number('min')}
      {kind === 'number' && number('max')}
      {(kind === 'text' || kind === 'prose') && number('maxLength')}
      {kind === 'text' && (
        <Labelled label={say(words.pattern)} faults={faults['pattern']}>
          <Input
            aria-label={say(words.pattern)}
            value={question.pattern ?? ''}
            placeholder="[A-Z]{2}-\d{4}"
            maxLength={100}
            onChange={({ target }) => set({ pattern: target.value || undefined })}
          />
        </Labelled>
      )}
      {(kind === 'choice' || kind === 'choices') && (
        <Labelled label={say(words.choices)} faults={faults['choices']} wide>
          <Choices value={question.choices} onChange={(choices) => set({ choices })} />
        </Labelled>
      )}
      {kind !== 'file' && (
        <Labelled label={say(words.default)} htmlFor={id} faults={faults['default']} wide={kind === 'prose'}>
          <AnswerEdit
            question={question}
            value={question.default ?? null}
            id={id}
            onChange={(next) => set({ default: isBlank(next) ? undefined : (next as Question['default']) })}
          />
        </Labelled>
      )}
      <Labelled label={say(words.when)} faults={faults['when']} wide>
        <Conditions form={form.slice(0, at)} value={question.when} onChange={(when) => set({ when })} />
      </Labelled>
    </div>
  )
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)
