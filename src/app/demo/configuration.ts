import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configCheck } from '../../areas/change/config-check/config-check.record.ts'
import { configurationTasks } from '../../areas/change/config-check/server/check.task.ts'
import { configChecklist } from '../../areas/change/config-checklist/config-checklist.record.ts'
import type { Item } from '../../areas/change/config-checklist/items.rules.ts'
import { alarm } from '../../areas/operations/alarm/alarm.record.ts'
import { type Places, placeOf } from './components.ts'
import { type Act, shanghai } from './history/agenda.ts'
import type { Stage } from './stage.ts'

interface Ground {
  readonly stage: Stage
  readonly places: Places
  /** Where each part's settings lie. */
  readonly settings: string
}

const target = 'PRACTICE_SETTINGS'
const parts = ['order-gateway', 'bank-link', 'settlement'] as const
type Part = (typeof parts)[number]

/** The demo firm's machine says where its settings lie, as the owner of any other would in its environment. */
export const nameSettings = (floor: string): string => {
  const folder = join(floor, 'settings')
  process.env[`TOUCHSTONE_TARGET_${target}`] = folder
  return folder
}

const setting = (key: string, name: string, nameEn: string, line: string, expect: Item['expect']): Item => ({
  ...{ key, name, nameEn, expect },
  from: { is: 'file-line', folder: 'practice-settings', path: '{code}.ini', pattern: `^${line}\\s*=\\s*(.*)$` },
})

const items: Item[] = [
  setting('timeout', '请求超时(秒)', 'Request timeout (s)', 'timeout', { is: 'number', least: 2, most: 5 }),
  setting('retries', '失败重试次数', 'Retries', 'retries', { is: 'number', most: 3 }),
  setting('log-level', '日志级别', 'Log level', 'log-level', { is: 'pattern', pattern: '^(info|warn)$' }),
  setting('time-source', '授时服务器', 'Time source', 'time-source', { is: 'text', value: 'ntp1.firm.example' }),
  setting('log-days', '日志保存天数', 'Log kept (days)', 'log-days', { is: 'number', least: 180 }),
]

const usual = { timeout: 3, retries: 2, 'log-level': 'info', 'time-source': 'ntp1.firm.example', 'log-days': 365 }

const put = ({ settings }: Ground, part: Part, more: object = {}) =>
  writeFile(
    join(settings, `${part}.ini`),
    Object.entries({ ...usual, ...more })
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  )

/**
 * The settings of three parts, checked every morning: the settlement may take longer, which two have signed; and on the last day
 * somebody has turned the bank link's timeout up without a change.
 */
export function configurationActs(ground: Ground, days: readonly string[]): Act[] {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return []
  const at = (day: string, time: string, work: () => Promise<unknown>): Act => ({ at: shanghai(day, time), do: work })
  return [
    at(first, '08:10', () => begin(ground)),
    at(first, '08:14', () => acceptSettlement(ground)),
    at(last, '07:50', () => put(ground, 'bank-link', { timeout: 8 })),
    ...days.map((day) => at(day, '08:40', () => checkAll(ground))),
    at(last, '08:44', () => takeInHand(ground)),
    // Those that changes have asked for.
    ...days.map((day) => at(day, '15:20', () => doChecks(ground))),
  ]
}

async function begin(ground: Ground): Promise<void> {
  const { stage, places, settings } = ground
  await mkdir(settings, { recursive: true })
  for (const part of parts) await put(ground, part, part === 'settlement' ? { timeout: 30 } : {})
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(configChecklist, {
      title: '模拟交易平台参数',
      titleEn: 'Settings of the practice platform',
      components: parts.map((part) => placeOf(places, part).component),
      owner: stage.people.engineer,
      everyDays: 1,
      items,
    }),
  )
  await stage.as('manager', (tx) => tx.act(configChecklist, id, 'approve'))
  await doChecks(ground)
}

async function acceptSettlement({ stage, places }: Ground): Promise<void> {
  const { id } = await stage.engine.db
    .selectFrom('configCheck')
    .select('id')
    .where('component', '=', placeOf(places, 'settlement').component)
    .where('newest', '=', true)
    .executeTakeFirstOrThrow()
  const baselineReason = '结算一次处理全部成交,厂商建议三十秒。'
  await stage.as('engineer', (tx) => tx.act(configCheck, id, 'ask-baseline', { baselineReason }))
  await stage.as('manager', (tx) => tx.act(configCheck, id, 'sign-baseline'))
}

/** The engineer asks around who it was. */
async function takeInHand({ stage, places }: Ground): Promise<void> {
  const { id } = await stage.engine.db
    .selectFrom('alarm')
    .select('id')
    .where('component', '=', placeOf(places, 'bank-link').component)
    .where('aboutRecord', '=', configCheck.name)
    .where('state', '=', 'firing')
    .executeTakeFirstOrThrow()
  await stage.as('engineer', (tx) => tx.act(alarm, id, 'acknowledge'))
}

async function checkAll(ground: Ground): Promise<void> {
  await configurationTasks['ask-configuration'](ground.stage.engine, {} as never)
  await doChecks(ground)
}

async function doChecks({ stage: { engine } }: Ground): Promise<void> {
  const waiting = await engine.db
    .selectFrom('configCheck')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute()
  for (const { id } of waiting) await configurationTasks['check-configuration'](engine, { id } as never)
}
