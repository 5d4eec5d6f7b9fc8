import { type Report, reportSchema } from '../../../areas/assets/discovery/report.rules.ts'
import { keepReports } from '../../../areas/assets/discovery/server/report.command.ts'
import { takeReports } from '../../../areas/assets/discovery/server/take.task.ts'
import { findVanished } from '../../../areas/assets/discovery/server/vanished.task.ts'
import { snmpTarget } from '../../../areas/assets/snmp-target/snmp-target.record.ts'
import { software } from '../../../areas/assets/software/software.record.ts'
import { dayMs } from '../../../record/time.ts'
import type { Stage } from '../stage.ts'
import { onLinux, onWindows, otherwise, serving, silent, strangers } from './found.data.ts'
import { idOf } from './ground.ts'
import type { Register } from './register.ts'

/** The servers on which an agent runs. */
const watched = ['trd-', 'set-', 'bank-', 'cli-', 'db-trd-', 'db-set-', 'db-rpt', 'ad-', silent]

/** How far back their load is known. */
const loadDays = 30

/** Agents report what the servers are; a handful of them differ from the register, and wait for somebody to decide. */
export async function reportMachines(stage: Stage, register: Register): Promise<void> {
  const now = Date.parse(stage.clock.now())
  const machines = await machinesIn(stage, register)
  const reports = [
    ...machines.map((one) => reportOf(one, one.key === silent ? now - 31 * dayMs : now)),
    ...strangers.map((one) => reportSchema.parse({ ...one, at: new Date(now).toISOString(), agent: 'shell 1' })),
  ]
  await stage.as('engineer', (tx) => keepReports(tx, reports))
  await takeReports(stage.engine, {} as never)
  await findVanished(stage.engine, {} as never)
  await stage.as('engineer', async (tx) => {
    for (const [name, verb] of assessed) {
      const found = await tx.db.selectFrom('software').select('id').where('name', '=', name).executeTakeFirst()
      if (found) await tx.act(software, found.id, verb)
    }
    const made = await tx.create(snmpTarget, { name: '核心交换机(北京)', host: '10.10.1.1', protocol: 'v2c' })
    await tx.act(snmpTarget, made.id, 'stop')
  })
}

/** What the firm has made up its mind about. */
const assessed = [
  ['Microsoft Office Professional Plus 2019', 'allow'],
  ['nginx', 'allow'],
  ['Oracle Database', 'allow'],
  ['奇安信天擎', 'allow'],
] as const

interface Machine {
  readonly key: string
  readonly serial: string | null
  readonly hostname: string | null
  readonly address: string | null
  readonly model: string | null
  readonly custom: Readonly<Record<string, unknown>>
}

async function machinesIn(stage: Stage, { assets }: Register): Promise<Machine[]> {
  const keys = [...assets.keys()].filter((key) => watched.some((start) => key.startsWith(start)))
  const rows = await stage.engine.db
    .selectFrom('asset')
    .innerJoin('assetModel', 'assetModel.id', 'asset.model')
    .select(['asset.id', 'asset.serial', 'asset.hostname', 'asset.address', 'asset.custom'])
    .select('assetModel.name as model')
    .where('asset.state', '=', 'in-use')
    .where(
      'asset.id',
      'in',
      keys.map((key) => idOf(assets, key)),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return keys.flatMap((key) => {
    const row = byId.get(idOf(assets, key))
    return row ? [{ ...row, key, custom: row.custom ?? {} }] : []
  })
}

function reportOf({ key, serial, hostname, address, model, custom }: Machine, at: number): Report {
  const other = otherwise[key] ?? {}
  const memory = Number(custom['memory'] ?? 64)
  const system = String(custom['system'] ?? '麒麟 V10 SP3')
  const own = serving.find(([start]) => key.startsWith(start))?.[1] ?? []
  return reportSchema.parse({
    at: new Date(at).toISOString(),
    agent: 'shell 1',
    identity: { hostname: other.hostname ?? hostname, serial, addresses: [other.address ?? address ?? '10.10.21.250'] },
    kind: 'server',
    hardware: {
      model,
      cpu: custom['cpu'] ?? null,
      memoryMb: other.memoryMb ?? memory * 1_006,
      disks: [{ name: 'sda', sizeGb: Number(custom['disk'] ?? 960) }],
    },
    os: { name: other.os ?? system },
    software: [...(system.startsWith('Windows') ? onWindows : onLinux), ...own],
    load: loadUntil(key, at),
  })
}

/** Four times a day, busier by day and on some machines than on others; the same every time. */
function loadUntil(key: string, at: number): Report['load'] {
  const base = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 45
  return Array.from({ length: loadDays * 4 }, (_, i) => {
    const wave = 12 * Math.sin(i * 1.7) + (i % 4 === 1 ? 14 : 0)
    const bounded = (value: number) => Math.round(Math.min(98, Math.max(2, value)) * 10) / 10
    return {
      at: new Date(at - i * 6 * 3_600_000).toISOString(),
      cpu: bounded(8 + base + wave),
      memory: bounded(38 + base + wave / 3),
      disk: bounded(30 + base - i / 20),
    }
  })
}
