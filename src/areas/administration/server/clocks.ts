import { askClocksAgain, clocksAgain } from '../../../platform/clocks/again.ts'
import { clocksBeside } from '../../../platform/clocks/beside.ts'
import { followClocks } from '../../../platform/clocks/follow.ts'
import { clockTimer } from '../../../platform/clocks/timer.ts'
import type { Follow } from '../../../platform/follow.ts'
import { clockSource } from '../target/server/targets.store.ts'

/** Clocks that run on the trading sessions are read anew when another trading calendar comes into force. */
const followTradingCalendar: Follow = async (tx, { record, changes }) => {
  if (record.name === 'trading-calendar' && 'state' in changes) await askClocksAgain(tx)
}

export const clockFollows = [followClocks(clockSource), followTradingCalendar]
export const clockServices = [clockTimer(clockSource)]
export const clockTasks = clocksAgain(clockSource)
export const clockBesides = [clocksBeside(clockSource)]
