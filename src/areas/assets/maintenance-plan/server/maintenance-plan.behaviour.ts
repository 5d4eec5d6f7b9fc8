import { dayAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { maintenancePlan } from '../maintenance-plan.record.ts'
import { nextAfter } from '../rhythm.rules.ts'

type Row = RowOf<typeof maintenancePlan>

/** When it is next, from today on; anew where its rhythm is changed or it goes on after a pause. */
const derive = async (tx: Tx, steps: readonly Step<typeof maintenancePlan>[]): Promise<Partial<Row>[]> =>
  steps.map(({ before, after }) => (isSetAnew(before, after) ? { nextOn: nextFor(after, tx.today) } : {}))

const isSetAnew = (before: Row | null, { state, startsOn, everyMonths }: Row): boolean =>
  state === 'active' &&
  (before === null || before.state !== 'active' || before.startsOn !== startsOn || before.everyMonths !== everyMonths)

const nextFor = ({ startsOn, everyMonths }: Row, today: string): string =>
  nextAfter(startsOn, everyMonths, dayAway(today, -1))

const sound = async (_tx: Tx, { assets, category }: Row): Promise<Fault[]> =>
  assets.length > 0 || category
    ? []
    : [fault('assets', 'required', '请选择资产或资产类别。', 'Choose assets, or a category of them.')]

export const maintenancePlanBehaviour = behave(maintenancePlan, {
  derive,
  guards: { create: sound, update: sound, resume: sound },
})
