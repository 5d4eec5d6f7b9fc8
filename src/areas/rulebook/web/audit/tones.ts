import type { Tone } from '../../../../web/plugin.ts'

export const resultTones = {
  conforming: 'kept',
  nonconforming: 'broken',
  observation: 'late',
  'not-applicable': 'ended',
} as const satisfies Record<string, Tone>

export const stoodTones = {
  broken: 'broken',
  'no-evidence': 'unknown',
  excepted: 'late',
  kept: 'kept',
  manual: 'start',
} as const satisfies Record<string, Tone>

export const gradeTones = { major: 'broken', minor: 'late', observation: 'progress' } as const satisfies Record<
  string,
  Tone
>

export const findingTones = {
  open: 'start',
  'corrective-action': 'progress',
  done: 'late',
  verified: 'progress',
  closed: 'kept',
} as const satisfies Record<string, Tone>

export const auditTones = {
  'rule-area': { state: { required: 'progress', 'left-out': 'ended' } },
  'audit-plan': { state: { 'in-review': 'late', approved: 'progress', closed: 'kept', withdrawn: 'ended' } },
  audit: {
    state: {
      'in-preparation': 'progress',
      fieldwork: 'progress',
      reporting: 'progress',
      reported: 'late',
      closed: 'kept',
      cancelled: 'ended',
    },
  },
  'audit-item': { state: { judged: 'kept' }, result: resultTones, stood: stoodTones },
  finding: { state: findingTones, grade: gradeTones },
  'management-review': { state: { compiled: 'progress', held: 'late', signed: 'progress', closed: 'kept' } },
  'judgement-sample': { state: { agrees: 'kept', differs: 'broken', explained: 'late' } },
} as const satisfies Record<string, Record<string, Record<string, Tone>>>
