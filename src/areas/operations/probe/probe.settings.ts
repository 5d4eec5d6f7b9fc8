/**
 * What a probe is told: pure zod, so that the record declaration, the browser's forms and the checks share it.
 * The settings of each kind stand in `kinds/`.
 */
import { z } from 'zod'
import { wrong } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import {
  diskSettings,
  fileSettings,
  heartbeatSettings,
  logLineSettings,
  nagiosSettings,
  processSettings,
} from './kinds/machine.settings.ts'
import {
  databaseSettings,
  dnsSettings,
  fixSettings,
  httpSettings,
  pingSettings,
  prometheusSettings,
  snmpSettings,
  sqlSettings,
  sshSettings,
  tcpSettings,
  tlsSettings,
} from './kinds/network.settings.ts'
import { orderSettings, quotesSettings, transferSettings } from './kinds/trading.settings.ts'

/** Settings of any probe, told apart by `kind`. */
export const probeSettings = z.discriminatedUnion('kind', [
  pingSettings,
  tcpSettings,
  tlsSettings,
  dnsSettings,
  snmpSettings,
  httpSettings,
  prometheusSettings,
  fixSettings,
  quotesSettings,
  orderSettings,
  transferSettings,
  sqlSettings,
  databaseSettings,
  sshSettings,
  processSettings,
  diskSettings,
  fileSettings,
  logLineSettings,
  nagiosSettings,
  heartbeatSettings,
])

/** When outcomes become a verdict: down at `n` bad ones of the last `m`, up again after `upAfter` good ones in a row. */
export const hysteresisSettings = z.strictObject({
  downAfter: shaped(
    z
      .strictObject({
        n: shaped(z.int().min(1).max(100), ['坏结果次数', 'Bad ones']),
        m: shaped(z.int().min(1).max(100), ['最近几次中', 'Of the last']),
      })
      .refine(({ n, m }) => n <= m, wrong('次数不能多于所看的次数', 'n must not be above m', ['n']))
      .default({ n: 2, m: 3 }),
    ['判为中断', 'Down after'],
  ),
  upAfter: shaped(z.int().min(1).max(100).default(2), ['连续几次正常即恢复', 'Up after good ones in a row']),
})

/** When changes of verdict count as flapping: `changes` within `window` minutes, until `calm` minutes without one. */
export const flapSettings = z.strictObject({
  window: shaped(z.number().positive().max(1_440).default(10), ['时间窗(分钟)', 'Window (minutes)']),
  changes: shaped(z.int().min(2).max(1_000).default(6), ['变化次数', 'Changes']),
  calm: shaped(z.number().positive().max(1_440).default(10), ['平稳(分钟)', 'Calm after (minutes)']),
})

export type ProbeSettings = z.infer<typeof probeSettings>
export type Hysteresis = z.infer<typeof hysteresisSettings>
export type FlapPolicy = z.infer<typeof flapSettings>
