import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { damagedFiles, latestBackup, readManifest, takeBackup } from './backup.ts'
import { faultKinds, lend, longestMinutes, takeBack } from './faults.ts'
import type { Floor } from './part.ts'
import { isPartCode, type PartCode, partOf, parts, portOf } from './parts.ts'
import { runningPid } from './pid.ts'
import { exits, type Say, startPart, statusOf, stopPart } from './processes.ts'
import { isRelease, putInPlace, releaseOf } from './releases.ts'

const usage = `node --import tsx sim/floor.ts <verb> [part] --home DIR --base PORT
  start PART | stop PART | restart PART | status PART    one part: ${parts.map(({ code }) => code).join(', ')}
  restart PART RELEASE                                   the same with another release in place from now on
  fault PART KIND --until INSTANT --id ID                it fails until then: ${faultKinds.join(', ')}; none takes that back
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

/** Ends what runs and begins the other release; a later restart that names none begins the same. */
async function restartWith(code: PartCode, release: string, floor: Floor): Promise<number> {
  if (!isRelease(code, release)) return exits.usage
  const exit = await stopPart(code, floor, say)
  if (exit !== exits.done) return exit
  const before = releaseOf(floor.home, code)
  putInPlace(floor.home, code, release)
  say(`${partOf(code).zh}:版本 ${before} 换为 ${release}`, `${code}: release ${before} is replaced by ${release}`)
  return startPart(code, floor, say)
}

/** Lends a part a fault until an instant, at most an hour away; by a name, so that lent twice it is one. */
function breakPart(code: PartCode, kind: string, { until, id }: { until?: string; id?: string }, floor: Floor): number {
  const { zh } = partOf(code)
  if (kind === 'none') {
    takeBack(floor.home, code)
    say(`${zh}:故障已撤回`, `${code}: its fault was taken back`)
    return exits.done
  }
  const known = faultKinds.find((one) => one === kind)
  const left = Date.parse(until ?? '') - Date.now()
  if (!known || !id || !(left <= longestMinutes * 60_000)) return exits.usage
  const pid = runningPid(floor.home, code)
  if (pid === undefined || left <= 0) {
    say(`${zh}:未在运行,或时间已过`, `${code}: not running, or its time is over`)
    return exits.failed
  }
  lend(floor.home, code, { id, kind: known, until: new Date(until as string).toISOString(), pid })
  say(`${zh}:故障「${known}」至 ${until}`, `${code}: fault ${known} until ${until}`)
  return exits.done
}

function reportBackup(folder: string): number {
  const damaged = damagedFiles(folder)
  console.log(JSON.stringify({ folder, verified: damaged.length === 0, damaged, ...readManifest(folder) }))
  return damaged.length === 0 ? exits.done : exits.failed
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      home: { type: 'string' },
      base: { type: 'string' },
      until: { type: 'string' },
      id: { type: 'string' },
    },
  })
  const [verb = '', part, ...rest] = positionals
  const base = Number(values.base)
  const floor = { home: resolve(values.home ?? ''), base }
  const stands = values.home && Number.isInteger(base) && base > 0 && base <= 65530
  if (stands && verb === 'fault' && isPartCode(part) && rest.length === 1) {
    const exit = breakPart(part, rest[0] as string, values, floor)
    if (exit !== exits.usage) return exit
  }
  const [release] = rest
  if (stands && verb === 'restart' && isPartCode(part) && release !== undefined && rest.length === 1) {
    const exit = await restartWith(part, release, floor)
    if (exit !== exits.usage) return exit
  }
  const partVerb = Object.hasOwn(partVerbs, verb) ? partVerbs[verb] : undefined
  const floorVerb = Object.hasOwn(floorVerbs, verb) ? floorVerbs[verb] : undefined
  if (stands && rest.length === 0) {
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
