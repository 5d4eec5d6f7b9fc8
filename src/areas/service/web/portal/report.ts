import type { InputOf } from '../../../../record/record.ts'
import type { incident } from '../../incident/incident.record.ts'

/** Whom a fault affects, as people say it. */
export const reaches = ['me', 'stopped', 'many', 'trading'] as const
export type Reach = (typeof reaches)[number]

const levels = {
  me: { impact: 'low', urgency: 'low' },
  stopped: { impact: 'low', urgency: 'high' },
  many: { impact: 'medium', urgency: 'high' },
  trading: { impact: 'high', urgency: 'high', affectsTrading: true },
} as const satisfies Record<Reach, Partial<InputOf<typeof incident>>>

/** What the desk is told from three plain answers. */
export const reportOf = ({
  what,
  how,
  reach,
}: {
  what: string
  how?: string
  reach: Reach
}): InputOf<typeof incident> => ({
  title: what.trim(),
  ...(how?.trim() && { description: how.trim() }),
  ...levels[reach],
  channel: 'portal',
})
