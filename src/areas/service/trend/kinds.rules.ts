import type { AnyRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'
import { incident } from '../incident/incident.record.ts'
import { request } from '../request/request.record.ts'
import { type Aspect, aspects, type Kind } from './trend.rules.ts'

/** What comes in, is answered and settled: each kind with the names it has for that. */
export const kinds = {
  incident: {
    record: incident,
    settledAt: 'resolvedAt',
    open: ['new', 'assigned', 'in-progress', 'waiting'],
    response: 'response',
    resolution: 'resolution',
    reopened: 'reopened',
  },
  request: {
    record: request,
    settledAt: 'settledAt',
    open: ['new', 'approved', 'in-fulfilment', 'waiting'],
    response: 'response',
    resolution: 'fulfilment',
    reopened: 'reopened',
  },
} as const satisfies Record<string, Kind & { readonly record: AnyRecord }>

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]

/** By what a kind may be narrowed and parted. */
export const aspectsOf = (record: AnyRecord): Aspect[] => aspects.filter((name) => record.fields[name]?.filter)

/** Who looks at trends: whoever works with the systems, and whoever answers for them. */
export const trendReaders = role('operator', 'checker', 'engineer', 'manager', 'auditor')
