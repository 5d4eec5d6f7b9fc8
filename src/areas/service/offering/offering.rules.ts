import { approvalStepFaults } from '../../../record/approval.ts'
import { conditionFaults } from '../../../record/condition.ts'
import type { Fault } from '../../../record/problem.ts'
import type { RowOf } from '../../../record/record.ts'
import { request } from '../request/request.record.ts'
import { checkForm } from './form.rules.ts'
import type { offering } from './offering.record.ts'
import { fieldsOfForm } from './question.rules.ts'
import { checkTasks } from './task.rules.ts'

/** Everything that keeps an offering from being ordered as it stands, each fault at its place. */
export const checkOffering = ({
  form,
  approval,
  tasks,
}: Pick<RowOf<typeof offering>, 'form' | 'approval' | 'tasks'>): Fault[] => [
  ...checkForm(form),
  ...approvalStepFaults(approval, isPerson, 'approval'),
  ...approval.flatMap(({ when }, n) => conditionFaults(fieldsOfForm(form), when, `approval.${n}.when`)),
  ...checkTasks(tasks, form),
]

/** Fields of a request that name a person, for steps that ask whom the request names. */
const isPerson = (name: string): boolean =>
  name === 'createdBy' || (Object.hasOwn(request.fields, name) && request.fields[name as 'owner'].to === 'person')
