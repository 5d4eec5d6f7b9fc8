import { goldExchange } from '../../areas/operations/calendar/calendar.data.ts'
import { tradingCalendar } from '../../areas/operations/calendar/calendar.record.ts'
import { storedOf } from '../../areas/operations/calendar/stored.rules.ts'
import type { Engine } from '../../platform/engine.ts'
import { asSystem } from '../../record/actor.ts'
import { hirePeople } from './people.ts'

/** Builds the firm as a newcomer meets it. Everything goes through the product's own verbs, so its journal is true. */
export async function buildFirm(engine: Engine, password: string, _floorPort: number): Promise<void> {
  await engine.inTx(asSystem('demo'), async (tx) => {
    await hirePeople(tx, password)
    const calendar = await tx.create(tradingCalendar, {
      ...storedOf(goldExchange),
      source: '上海黄金交易所 2026 年休市安排(据银行公告)',
    })
    await tx.act(tradingCalendar, calendar.id, 'approve')
  })
}
