/** What was found in a restored copy, held against what was saved. Pure. */
import { minuteMs } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import type { Reported, Total } from '../backup-plan/method.settings.ts'
import type { Compared } from './step.rules.ts'

interface Asked {
  readonly totals: readonly Total[]
  readonly reported: Reported
  /** When the copy was begun. */
  readonly startedAt: string
  readonly rpoMinutes: number
}

interface Found {
  readonly counted: Readonly<Record<string, number>>
  readonly measured: ReadonlyMap<string, string | null>
}

/** Each total that the plan asks for, and each count that the run reported of itself. */
export function compare(asked: Asked, { counted, measured }: Found): Compared[] {
  const said = new Map(asked.reported.map(({ name, value }) => [name, value]))
  const planned = new Set(asked.totals.map(({ name }) => name))
  return [
    ...asked.totals.map((total) => one(total, measured.get(total.name) ?? null, said.get(total.name) ?? null, asked)),
    ...Object.entries(counted).flatMap(([name, n]): Compared[] => {
      const value = said.get(name)
      if (value === undefined || planned.has(name)) return []
      return [{ name, wanted: [value, value], found: String(n), ok: isSame(String(n), value) }]
    }),
  ]
}

function one(total: Total, found: string | null, said: string | null, { startedAt, rpoMinutes }: Asked): Compared {
  const answer = (zh: string, en: string, ok: boolean): Compared => ({ name: total.name, wanted: [zh, en], found, ok })
  switch (total.check) {
    case 'same':
      return said === null
        ? answer('备份时没有上报', 'the run did not report it', false)
        : answer(said, said, found !== null && isSame(found, said))
    case 'least': {
      const least = total.least ?? 1
      const n = found === null || found.trim() === '' ? Number.NaN : Number(found)
      return answer(`≥ ${least}`, `≥ ${least}`, n >= least)
    }
    case 'fresh': {
      const loss = lossOf(found, startedAt)
      return answer(
        `不早于备份前 ${rpoMinutes} 分钟`,
        `no older than ${rpoMinutes} minutes before the copy`,
        loss !== null && loss <= rpoMinutes,
      )
    }
  }
}

/** By how many minutes the newest of what the copy holds is older than the copy; null where that is no instant. */
export function lossOf(found: string | null, startedAt: string): number | null {
  const at = found === null ? Number.NaN : Date.parse(iso(found))
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((Date.parse(startedAt) - at) / minuteMs))
}

/** As databases write an instant; without a zone it is UTC. */
const iso = (text: string): string => {
  const clean = text
    .trim()
    .replace(' ', 'T')
    .replace(/([+-]\d\d)$/, '$1:00')
  return /T.*(Z|[+-]\d\d:\d\d)$/.test(clean) || !clean.includes('T') ? clean : `${clean}Z`
}

/** The same text, or the same number however it is written. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one.trim(), other.trim()]
  return a === b || (plain(a) !== null && plain(a) === plain(b))
}

/** Exact: figures of money are longer than floating point. */
function plain(text: string): string | null {
  const [, sign = '', whole = '', part = ''] = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? []
  if (!/\d/.test(text) || !/^[+-]?\d*\.?\d*$/.test(text)) return null
  const number = `${whole || '0'}${part && `.${part}`}`
  return sign === '-' && number !== '0' ? `-${number}` : number
}

/** What of it is not as it should be, in one sentence. */
export function wrongOf(compared: readonly Compared[]): Words | null {
  const wrong = compared.filter(({ ok }) => !ok)
  if (wrong.length === 0) return null
  const zh = wrong.map(({ name, wanted, found }) => `${name} 应为 ${wanted[0]},实为 ${found ?? '无'}`).join(';')
  const en = wrong
    .map(({ name, wanted, found }) => `${name} should be ${wanted[1]} and is ${found ?? 'none'}`)
    .join('; ')
  return [`核对不符:${zh}。`, `It is not what was saved: ${en}.`]
}
