import { Checkbox, Input } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Step } from '../../runbook/step.rules.ts'
import { type Change, Item } from './Item.tsx'
import { MarkEdit } from './MarkEdit.tsx'
import { runbookScreenWords as words } from './words.ts'

type Closing = NonNullable<Step['closing']>

interface ClosingFormProps {
  readonly step: Step
  readonly faults: readonly string[] | undefined
  readonly onChange: (change: Change) => void
}

/** What differs when the step is done in reverse, folded away until something does. */
export function ClosingForm({ step, faults, onChange }: ClosingFormProps) {
  const say = useSay()
  const closing: Closing = step.closing ?? {}
  const set = (change: { readonly [K in keyof Closing]?: Closing[K] | undefined }) =>
    onChange({ closing: { ...closing, ...change } as Closing })
  const title = (at: 0 | 1) => (
    <Input
      value={closing.title?.[at] ?? ''}
      placeholder={step.title[at]}
      maxLength={120}
      onChange={({ target }) => {
        const [zh, en] = closing.title ?? ['', '']
        set({ title: at === 0 ? [target.value, en] : [zh, target.value] })
      }}
    />
  )
  const prose = (name: 'instructions' | 'instructionsEn' | 'expected' | 'expectedEn') => (
    <Input.TextArea
      value={closing[name] ?? ''}
      placeholder={step[name] ?? ''}
      autoSize={{ minRows: 1, maxRows: 6 }}
      onChange={({ target }) => set({ [name]: target.value || undefined })}
    />
  )
  return (
    <details className="ops-editor-closing" open={step.closing !== undefined}>
      <summary>
        {say(words.closing)} <span className="ts-quiet">{say(words.closingHint)}</span>
      </summary>
      {(faults ?? []).map((fault) => (
        <div key={fault} className="ts-fault" role="alert">
          {fault}
        </div>
      ))}
      <p>
        <Checkbox
          checked={closing.skip === true}
          onChange={({ target }) => set({ skip: target.checked ? true : undefined })}
        >
          {say(words.closingSkip)}
        </Checkbox>
      </p>
      {closing.skip !== true && (
        <div className="ops-editor-grid">
          <Item label={say(words.titleZh)}>{title(0)}</Item>
          <Item label={say(words.titleEn)}>{title(1)}</Item>
          <Item label={say(words.instructionsZh)}>{prose('instructions')}</Item>
          <Item label={say(words.instructionsEn)}>{prose('instructionsEn')}</Item>
          <Item label={say(words.expectedZh)}>{prose('expected')}</Item>
          <Item label={say(words.expectedEn)}>{prose('expectedEn')}</Item>
          <Item label={say(words.earliestAt)}>
            <MarkEdit
              value={closing.earliest}
              onChange={(earliest) => set({ earliest })}
              label={say(words.earliestAt)}
            />
          </Item>
          <Item label={say(words.deadlineAt)}>
            <MarkEdit
              value={closing.deadline}
              onChange={(deadline) => set({ deadline })}
              label={say(words.deadlineAt)}
            />
          </Item>
        </div>
      )}
    </details>
  )
}
