import type { Engine } from '../../../platform/engine.ts'
import { dateOf, mustBeDay } from '../../../record/time.ts'
import { zoneClock } from '../../../record/zone.ts'

/** The date in the firm's zone. */
export function todayIn({ zone, clock }: Pick<Engine, 'zone' | 'clock'>): string {
  const calendar = zoneClock(zone, mustBeDay('2000-01-01'), mustBeDay('2099-12-31'))
  return dateOf(calendar.dayAt(Date.parse(clock.now())))
}
