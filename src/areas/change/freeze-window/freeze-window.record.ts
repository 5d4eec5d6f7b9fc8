import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, role } from '../../../record/rule.ts'

/** A freeze (变更冻结期) that the firm sets by hand, beside those of the trading calendar: an exchange's test, a year's end. */
export const freezeWindow = defineRecord('freeze-window', {
  number: 'FRZ',
  plural: 'freeze-windows',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    titleEn: f.text({ max: 120, optional: true }),
    startsAt: f.instant({ sort: true, filter: true }),
    endsAt: f.instant({ sort: true }),
    /** What it holds for: everything live, or what trading stands on. */
    covers: f.choice(['all', 'trading'], { filter: true, default: 'all' }),
    reason: f.prose({ max: 2_000 }),
    liftReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['in-force', 'lifted'],
  transitions: {
    lift: { from: 'in-force', to: 'lifted', allow: role('manager'), requires: ['liftReason'] },
  },
  access: { read: everyone, create: role('manager'), update: all(inState('in-force'), role('manager')) },
})

export const freezeFaults = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) =>
  endsAt > startsAt ? [] : [fault('endsAt', 'order', '结束须晚于开始。', 'It must end after it starts.')]
