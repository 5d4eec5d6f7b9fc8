import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { damagedFiles, latestBackup, readManifest, takeBackup } from './backup.ts'
import type { Floor } from './part.ts'
import { isPartCode, type PartCode, parts, portOf } from './parts.ts'
import { exits, type Say, startPart, statusOf, stopPart } from './processes.ts'

const usage = `node --import tsx sim/floor.ts <verb> [part] --home DIR --base PORT
  start PART | stop PART | restart PART | status PART    one part: ${parts.map(({ code }) => code).join(', ')}
  stop-all                                               every part, last one first
  backup | verify-backup                                 copy settlement's data; read the newest copy back
  parts                                                  the parts with their ports, as JSON`

const say: Say = (zh, en) => console.log(`${zh} · ${en}`)

const partVerbs: Record<string, (code: PartCode, floor: Floor) => Promise<number>> = {
  start: (code, floor) => startPart(code, floor, say),
  stop: (code, floor) => stopPart(code, floor, say),
  restart: async (code, floor) => (await stopPart(code, floor, say)) || startPart(code, floor, say),
  status: async (code, floor) => {
    const health = await statusOf(code, floor)
    console.log(JSON.stringify(health))
    return health.status === 'ready' ? exits.done : exits.failed
  },
}

const floorVerbs: Record<string, (floor: Floor) => number | Promise<number>> = {
  'stop-all': async (floor) => {
    const results: number[] = []
    for (const { code } of parts.toReversed()) results.push(await stopPart(code, floor, say))
    return Math.max(...results)
  },
  backup: ({ home }) => reportBackup(takeBackup(home, new Date())),
  'verify-backup': ({ home }) => {
    const folder = latestBackup(home)
    if (folder !== undefined) return reportBackup(folder)
    say('没有备份', 'there is no backup')
    return exits.failed
  },
  parts: ({ base }) => {
    console.log(JSON.stringify(parts.map((part) => ({ ...part, port: portOf(part.code, base) }))))
    return exits.done
  },
}

function reportBackup(folder: string): number {
  const damaged = damagedFiles(folder)
  console.log(JSON.stringify({ folder, verified: damaged.length === 0, damaged, ...readManifest(folder) }))
  return damaged.length === 0 ? exits.done : exits.failed
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { home: { type: 'string' }, base: { type: 'string' } },
  })
  const [verb = '', part, ...rest] = positionals
  const base = Number(values.base)
  const partVerb = Object.hasOwn(partVerbs, verb) ? partVerbs[verb] : undefined
  const floorVerb = Object.hasOwn(floorVerbs, verb) ? floorVerbs[verb] : undefined
  if (values.home && Number.isInteger(base) && base > 0 && base <= 65530 && rest.length === 0) {
    const floor = { home: resolve(values.home), base }
    if (partVerb && isPartCode(part)) return partVerb(part, floor)
    if (floorVerb && part === undefined) return floorVerb(floor)
  }
  console.error(usage)
  return exits.usage
}

process.exitCode = await run().catch((error: Error) => {
  console.error(error.message)
  return exits.failed
})
