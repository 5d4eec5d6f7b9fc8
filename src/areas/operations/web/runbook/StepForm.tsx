import { Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { outcomeWords } from '../../run-step/run-step.rules.ts'
import type { Parameter } from '../../runbook/parameter.rules.ts'
import type { Step } from '../../runbook/step.rules.ts'
import { actionWords } from '../map/words.ts'
import { ClosingForm } from './ClosingForm.tsx'
import { type Change, Item } from './Item.tsx'
import { MarkEdit } from './MarkEdit.tsx'
import type { Named } from './steps.ts'
import { modeWords, runbookScreenWords as words } from './words.ts'

interface StepFormProps {
  readonly step: Step
  /** All steps, to choose what this one waits for. */
  readonly steps: readonly Step[]
  readonly named: Named
  /** What a run is asked for. */
  readonly asks: readonly Parameter[]
  /** By field. */
  readonly faults: Readonly<Record<string, readonly string[]>>
  readonly onChange: (change: Change) => void
}

/** The fields of a step; which of them there are follows from its mode. */
export function StepForm({ step, steps, named, asks, faults, onChange }: StepFormProps) {
  const say = useSay()
  const prose = (name: 'instructions' | 'instructionsEn' | 'expected' | 'expectedEn') => (
    <Input.TextArea
      aria-label={name}
      value={step[name] ?? ''}
      autoSize={{ minRows: 2, maxRows: 10 }}
      maxLength={4_000}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  )
  const title = (at: 0 | 1) => (
    <Input
      value={step.title[at]}
      maxLength={120}
      onChange={({ target }) =>
        onChange({ title: at === 0 ? [target.value, step.title[1]] : [step.title[0], target.value] })
      }
    />
  )
  return (
    <>
      <div className="ops-editor-grid">
        <Item label={say(words.titleZh)} faults={faults['title']}>
          {title(0)}
        </Item>
        <Item label={say(words.titleEn)}>{title(1)}</Item>
        <Item label={`${say(words.key)} · ${say(words.keyHint)}`} faults={faults['key']}>
          <KeyEdit key={step.key} value={step.key} steps={steps} onChange={(key) => onChange({ key })} />
        </Item>
        <Item label={say(words.mode)} faults={faults['mode']}>
          <Radio.Group
            optionType="button"
            value={step.mode}
            options={Object.entries(modeWords).map(([value, text]) => ({ value, label: say(text) }))}
            onChange={({ target }) => onChange({ mode: target.value as Step['mode'] })}
          />
        </Item>
        <Item label={say(words.instructionsZh)} faults={faults['instructions']}>
          {prose('instructions')}
        </Item>
        <Item label={say(words.instructionsEn)} faults={faults['instructionsEn']}>
          {prose('instructionsEn')}
        </Item>
        <Item label={say(words.expectedZh)} faults={faults['expected']}>
          {prose('expected')}
        </Item>
        <Item label={say(words.expectedEn)} faults={faults['expectedEn']}>
          {prose('expectedEn')}
        </Item>
        {step.mode === 'runbook' ? (
          <>
            <Item label={say(words.runbook)} faults={faults['runbook']} wide>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                {...(step.runbook ? { value: step.runbook } : {})}
                onChange={(runbook: string) => onChange({ runbook })}
                options={named.runbooks.map(({ code, title }) => ({ value: code, label: `${say(title)} (${code})` }))}
              />
            </Item>
            <HandsOn step={step} named={named} faults={faults} onChange={onChange} />
          </>
        ) : (
          <>
            <Work step={step} named={named} asks={asks} faults={faults} onChange={onChange} />
            <Posts step={step} named={named} faults={faults} onChange={onChange} />
          </>
        )}
        <Item label={say(words.needs)} faults={faults['needs']} wide>
          <Select
            mode="multiple"
            optionFilterProp="label"
            value={step.needs}
            onChange={(needs: string[]) => onChange({ needs })}
            options={steps
              .map((other, n) => ({ value: other.key, label: `${n + 1} ${say(other.title) || other.key}` }))
              .filter(({ value }) => value !== step.key)}
          />
        </Item>
        <Item label={say(words.earliestAt)} faults={faults['earliest']}>
          <MarkEdit
            value={step.earliest}
            onChange={(earliest) => onChange({ earliest })}
            label={say(words.earliestAt)}
          />
        </Item>
        <Item label={say(words.deadlineAt)} faults={faults['deadline']}>
          <MarkEdit
            value={step.deadline}
            onChange={(deadline) => onChange({ deadline })}
            label={say(words.deadlineAt)}
          />
        </Item>
        <Item label={say(words.evidence)}>
          <Checkbox
            checked={step.evidence === 'note'}
            onChange={({ target }) => onChange({ evidence: target.checked ? 'note' : 'none' })}
          >
            {say(words.evidenceNote)}
          </Checkbox>
        </Item>
        <Item label={say(words.onFailure)}>
          {(['retry', 'waive'] as const).map((name) => (
            <Checkbox
              key={name}
              checked={step.onFailure[name]}
              onChange={({ target }) => onChange({ onFailure: { ...step.onFailure, [name]: target.checked } })}
            >
              {say(words[name])}
            </Checkbox>
          ))}
        </Item>
      </div>
      <ClosingForm step={step} faults={faults['closing']} onChange={onChange} />
    </>
  )
}

/** What the other runbook asks for, as this step gives it. */
function HandsOn({ step, named, faults, onChange }: PartProps) {
  const say = useSay()
  const asked = named.runbooks.find(({ code }) => code === step.runbook)?.parameters ?? []
  if (asked.length === 0) return null
  const { parameters = {} } = step
  return (
    <Item label={say(words.handsOn)} faults={faults['parameters']} wide>
      {asked.map(({ key, name, default: preset }) => (
        <Input
          key={key}
          prefix={<span className="ts-quiet">{say(name)}</span>}
          aria-label={say(name)}
          placeholder={preset ?? ''}
          value={parameters[key] ?? ''}
          onChange={({ target }) => {
            const { [key]: _before, ...others } = parameters
            onChange({ parameters: target.value ? { ...others, [key]: target.value } : others })
          }}
        />
      ))}
    </Item>
  )
}

interface KeyEditProps {
  readonly value: string
  readonly steps: readonly Step[]
  readonly onChange: (key: string) => void
}

/** Takes a key as a whole and only a free one: half of it, or another step's, would tie the needs of others to the wrong step. */
function KeyEdit({ value, steps, onChange }: KeyEditProps) {
  const say = useSay()
  const [typed, setTyped] = useState(value)
  const taken = typed !== value && steps.some(({ key }) => key === typed)
  return (
    <>
      <Input
        value={typed}
        maxLength={40}
        status={taken ? 'error' : ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => !taken && typed !== '' && typed !== value && onChange(typed)}
        aria-label={say(words.key)}
      />
      {taken && (
        <div className="ts-fault" role="alert">
          {say(words.keyTaken)}
        </div>
      )}
    </>
  )
}

type PartProps = Omit<StepFormProps, 'steps' | 'asks'>

/** What it concerns and who says that it is done: components, a declared action, a probe. */
function Work({ step, named, asks, faults, onChange }: PartProps & Pick<StepFormProps, 'asks'>) {
  const say = useSay()
  const probes = named.probes.map(({ number, name, component }) => ({
    value: number,
    label: `${component} · ${name} (${number})`,
  }))
  const chosen = named.components.filter(({ code }) => step.components.includes(code))
  const given = asks
    .filter(({ kind }) => kind === 'component')
    .map(({ key, name }) => ({ value: `{{${key}}}`, label: `{{${key}}} ${say(name)}` }))
  const isGiven = step.components.some((code) => given.some(({ value }) => value === code))
  const declared = (verb: string) =>
    (isGiven || chosen.length > 0) && chosen.every(({ actions }) => actions.includes(verb))
  const asksProbe = step.mode === 'probe' ? step.probe : step.proof
  return (
    <>
      <Item label={say(words.components)} faults={faults['components']} wide={step.mode !== 'command'}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          value={step.components}
          onChange={(components: string[]) => onChange({ components })}
          options={[
            ...given,
            ...named.components.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
          ]}
        />
      </Item>
      {step.mode === 'command' && (
        <Item label={say(words.action)} faults={faults['action']}>
          <Select
            {...(step.action ? { value: step.action } : {})}
            onChange={(action: Step['action']) => onChange({ action })}
            options={Object.entries(actionWords).map(([verb, text]) => ({
              value: verb,
              label: declared(verb) ? say(text) : `${say(text)} ${say(words.undeclared)}`,
            }))}
          />
        </Item>
      )}
      {step.mode === 'command' && (
        <Item label={`${say(words.args)} · ${say(words.argsHint)}`} faults={faults['args']} wide>
          <Input.TextArea
            aria-label={say(words.args)}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={(step.args ?? []).join('\n')}
            onChange={({ target }) => onChange({ args: target.value === '' ? undefined : target.value.split('\n') })}
          />
        </Item>
      )}
      <Item
        label={say(step.mode === 'probe' ? words.probe : words.proofProbe)}
        faults={faults[step.mode === 'probe' ? 'probe' : 'proof']}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          {...(asksProbe ? { value: asksProbe } : {})}
          onChange={(number: string | undefined) =>
            onChange(step.mode === 'probe' ? { probe: number } : { proof: number })
          }
          options={probes}
        />
      </Item>
      <Item label={say(words.expect)} faults={faults['expect']}>
        <Radio.Group
          value={step.expect}
          disabled={!asksProbe}
          options={(['up', 'down'] as const).map((outcome) => ({ value: outcome, label: say(outcomeWords[outcome]) }))}
          onChange={({ target }) => onChange({ expect: target.value as Step['expect'] })}
        />
      </Item>
    </>
  )
}

function Posts({ step, named, faults, onChange }: PartProps) {
  const say = useSay()
  const posts = named.posts.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <Item label={say(words.makerPost)} faults={faults['makerPost']}>
        <Select
          {...(step.makerPost ? { value: step.makerPost } : {})}
          options={posts}
          onChange={(makerPost: string) => onChange({ makerPost })}
        />
      </Item>
      <Item label={say(words.checkerPost)} faults={faults['checkerPost']}>
        <Select
          allowClear
          placeholder={say(words.noCheck)}
          {...(step.checkerPost ? { value: step.checkerPost } : {})}
          options={posts}
          onChange={(checkerPost: string | undefined) => onChange({ checkerPost: checkerPost ?? null })}
        />
      </Item>
    </>
  )
}
