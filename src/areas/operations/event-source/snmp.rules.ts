import { z } from 'zod'
import type { SnmpRule, SnmpSettings } from './event-source.settings.ts'
import { asSaid, heldIn, line, type Notice, unrepeated } from './notice.rules.ts'

/** A trap as it is kept, one line of JSON each: what rules look at, and what can be tried. */
export const keptTrap = z.object({
  from: z.string(),
  version: z.enum(['1', '2c', '3']),
  trap: z.string(),
  agent: z.string().nullable(),
  uptime: z.number(),
  variables: z.array(z.object({ oid: z.string(), value: z.union([z.string(), z.number()]).nullable() })),
})

export type KeptTrap = z.output<typeof keptTrap>

/** Names that every device goes by: SNMPv2-MIB, IF-MIB. */
const names: Readonly<Record<string, string>> = {
  coldStart: '1.3.6.1.6.3.1.1.5.1',
  warmStart: '1.3.6.1.6.3.1.1.5.2',
  linkDown: '1.3.6.1.6.3.1.1.5.3',
  linkUp: '1.3.6.1.6.3.1.1.5.4',
  authenticationFailure: '1.3.6.1.6.3.1.1.5.5',
  egpNeighborLoss: '1.3.6.1.6.3.1.1.5.6',
  sysName: '1.3.6.1.2.1.1.5',
  sysLocation: '1.3.6.1.2.1.1.6',
  ifIndex: '1.3.6.1.2.1.2.2.1.1',
  ifDescr: '1.3.6.1.2.1.2.2.1.2',
  ifAdminStatus: '1.3.6.1.2.1.2.2.1.7',
  ifOperStatus: '1.3.6.1.2.1.2.2.1.8',
  ifName: '1.3.6.1.2.1.31.1.1.1.1',
  ifAlias: '1.3.6.1.2.1.31.1.1.1.18',
}
const oidOf = (said: string): string => names[said] ?? said.replace(/^\./, '')

const isWithin = (oid: string, whole: string): boolean => oid === whole || oid.startsWith(`${whole}.`)

/** By its name where it has one. */
const nameOf = (oid: string): string => Object.keys(names).find((name) => isWithin(oid, names[name] as string)) ?? oid

/** What the rules of a source make of its traps, in their order; the same said again and again is one. */
export function noticesOfTraps(
  traps: readonly KeptTrap[],
  { rules }: SnmpSettings,
  componentFrom: string | null,
): Notice[] {
  return unrepeated(
    traps.flatMap((trap) => {
      const rule = rules.find((one) => applies(one, trap))
      return rule ? [noticeOf(trap, rule, componentFrom)] : []
    }),
  )
}

const applies = (rule: SnmpRule, trap: KeptTrap): boolean =>
  isOne(rule.over, trap) ||
  ((rule.traps.length === 0 || isOne(rule.traps, trap)) &&
    (rule.contains.length === 0 || holds(rule.contains, trap) || holds(rule.overContains, trap)))

const isOne = (any: readonly string[], { trap }: KeptTrap): boolean => any.some((one) => isWithin(trap, oidOf(one)))

const holds = (any: readonly string[], { variables }: KeptTrap): boolean =>
  variables.some(({ value }) => heldIn(any, String(value ?? '')))

function noticeOf(trap: KeptTrap, rule: SnmpRule, componentFrom: string | null): Notice {
  const device = deviceOf(trap)
  const fill = (text: string) =>
    line(
      text.replace(/\{([^{}]+)\}/g, (_all, said) => saidBy(trap, said.trim())),
      180,
    )
  const about = trap.variables.map(({ oid, value }) => `${nameOf(oid)}=${value ?? ''}`).join(' ')
  const title = rule.title === undefined ? [device, nameOf(trap.trap), about].join(' ') : fill(rule.title)
  return {
    key: [rule.name, device, rule.key === undefined ? '' : fill(rule.key)].join('/').slice(0, 300),
    start: null,
    over: isOne(rule.over, trap) || holds(rule.overContains, trap),
    severity: rule.severity,
    title: asSaid(line(title, 180) || rule.name),
    note: line([rule.name, about].join(' · '), 200),
    component: componentFrom
      ? fill(componentFrom.includes('{') ? componentFrom : `{${componentFrom}}`) || null
      : device,
    at: null,
  }
}

const deviceOf = ({ agent, from }: KeptTrap): string => agent ?? from

/** `device`, `trap`, a variable by its place (`1` is the first), by its name, or by how its OID begins. */
function saidBy(trap: KeptTrap, said: string): string {
  if (said === 'device') return deviceOf(trap)
  if (said === 'trap') return nameOf(trap.trap)
  const found = /^\d{1,3}$/.test(said)
    ? trap.variables[Number(said) - 1]
    : trap.variables.find(({ oid }) => isWithin(oid, oidOf(said)))
  return String(found?.value ?? '')
}
