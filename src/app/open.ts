import pino, { type Logger } from 'pino'
import { approvalRulesInForce } from '../areas/administration/approval-rule/server/rules-in-force.ts'
import { holdCustomFields } from '../areas/administration/custom-field/server/custom-field.store.ts'
import { holdSettings } from '../areas/administration/house-setting/server/house-setting.store.ts'
import { type CalendarHolder, holdCalendar } from '../areas/operations/calendar/server/calendar.store.ts'
import { directory } from '../areas/organisation/server/directory.ts'
import { holdCatalogue } from '../areas/rulebook/control/server/held.ts'
import type { SignInSettings } from '../platform/auth/settings.ts'
import type { Clock } from '../platform/clock.ts'
import type { Engine } from '../platform/engine.ts'
import type { Scan } from '../platform/files/scan.ts'
import type { FileStore } from '../platform/files/store.ts'
import { makeEngine } from '../platform/make-engine.ts'
import type { Programs } from '../platform/process/programs.ts'
import type { Defaults } from '../platform/settings/settings.ts'
import { areaServers, looksOf, retentionsOf, settingsOf } from './areas.ts'
import { registry } from './records.ts'

export interface OpenEngine {
  readonly engine: Engine
  readonly calendar: CalendarHolder
  close(): Promise<void>
}

/** The engine with everything the product declares, on a migrated database. */
export async function openEngine(parts: {
  url: string
  files: FileStore
  scan?: Scan
  home?: string
  log?: Logger
  clock?: Clock
  programs?: Programs
  signIn?: SignInSettings
  /** What settings are as long as nobody sets them. */
  defaults?: Defaults
  poolSize?: number
}): Promise<OpenEngine> {
  const calendar = holdCalendar()
  const customs = holdCustomFields()
  const held = holdSettings(settingsOf(areaServers), parts.defaults)
  const engine = await makeEngine({
    ...parts,
    registry,
    directory,
    approvalRules: approvalRulesInForce,
    zone: 'Asia/Shanghai',
    tradingDay: calendar.tradingDay,
    customFields: customs.of,
    settings: held.settings,
    retentions: retentionsOf(areaServers),
    looks: looksOf(areaServers),
    log: parts.log ?? pino({ level: 'warn' }),
    follows: areaServers.flatMap((area) => area.follows ?? []),
    behaviours: areaServers.flatMap((area) => area.behaviours ?? []),
  })
  const following = await Promise.all([
    calendar.follow(engine),
    customs.follow(engine),
    held.follow(engine),
    holdCatalogue(engine),
  ])
  return {
    engine,
    calendar,
    async close() {
      for (const one of following) await one.stop()
      await engine.close()
    },
  }
}
