import { useId, useMemo } from 'react'
import { approvalStepSchema } from '../../../../record/approval.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { nodeOf } from '../../../../web/widgets/shape/node.ts'
import { ShapeEdit } from '../../../../web/widgets/shape/ShapeEdit.tsx'
import type { OrderStep } from '../../offering/offering.record.ts'
import type { Form } from '../../offering/question.rules.ts'
import { Conditions } from './Conditions.tsx'
import { Labelled } from './Labelled.tsx'
import { builderWords as words } from './words.ts'

interface StepFormProps {
  readonly form: Form
  readonly step: OrderStep
  readonly faults: Readonly<Record<string, readonly string[]>>
  readonly onChange: (step: OrderStep) => void
}

/** One step of the approval: who is asked, how many must agree, and for which answers it is taken at all. */
export function StepForm({ form, step, faults, onChange }: StepFormProps) {
  const say = useSay()
  const id = useId()
  const node = useMemo(() => nodeOf(approvalStepSchema), [])
  const { when, ...rest } = step
  const said = Object.entries(faults).flatMap(([name, texts]) => (name === 'when' ? [] : texts))
  return (
    <div className="svc-build-grid">
      <div className="is-wide">
        <ShapeEdit
          node={node}
          id={id}
          value={rest}
          within={{ record: 'request' }}
          onChange={(next) => onChange({ ...(next as Omit<OrderStep, 'when'>), when })}
        />
        {said.map((fault) => (
          <div key={fault} className="ts-fault" role="alert">
            {fault}
          </div>
        ))}
      </div>
      <Labelled label={say(words.when)} faults={faults['when']} wide>
        <Conditions form={form} value={when} onChange={(next) => onChange({ ...step, when: next })} />
      </Labelled>
    </div>
  )
}
