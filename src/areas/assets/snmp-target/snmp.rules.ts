import { z } from 'zod'
import type { Report } from '../discovery/report.rules.ts'

/** One of a device's physical parts, as ENTITY-MIB lists them (RFC 6933); class 3 is a chassis, 11 a stack. */
export interface Part {
  readonly kind: number
  readonly serial: string
  readonly maker: string
  readonly model: string
  readonly software: string
}

/** What a device answers: system group (RFC 3418), parts, interfaces (RFC 2863). */
export interface Answer {
  readonly sysName: string
  readonly sysDescr: string
  readonly sysObjectId: string
  readonly parts: readonly Part[]
  /** Physical addresses of its interfaces, in the order of their indexes. */
  readonly macs: readonly string[]
  readonly addresses: readonly string[]
  readonly interfaces: number
}

/** Whose products answer under which number below 1.3.6.1.4.1 (IANA private enterprise numbers). */
const enterprises: Readonly<Record<string, string>> = {
  '9': 'Cisco',
  '11': 'HP',
  '318': 'APC',
  '674': 'Dell',
  '2011': 'Huawei',
  '2636': 'Juniper',
  '3375': 'F5',
  '3902': 'ZTE',
  '4881': 'Ruijie',
  '12356': 'Fortinet',
  '14988': 'MikroTik',
  '25461': 'Palo Alto Networks',
  '25506': 'H3C',
  '30065': 'Arista',
  '35047': 'Sangfor',
}

const address = z.union([z.ipv4(), z.ipv6()])

/** What a device says of itself, as a report: its serial number is that of its chassis. */
export function reportOf(answer: Answer, asked: { readonly host: string; readonly at: string }): Report {
  const { sysName, sysDescr, sysObjectId, parts, macs, addresses, interfaces } = answer
  const chassis = [3, 11].flatMap((kind) => parts.filter((part) => part.kind === kind && part.serial !== ''))[0]
  const enterprise = /^1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectId)?.[1] ?? ''
  const own = address.safeParse(asked.host).success ? [asked.host] : []
  const description = sysDescr.replace(/\s+/g, ' ').trim()
  return {
    at: asked.at,
    source: 'snmp',
    agent: 'snmp',
    identity: {
      hostname: sysName.trim().slice(0, 253) || asked.host,
      serial: chassis?.serial.trim().slice(0, 80) ?? null,
      uuid: null,
      macs: [...new Set(macs)].slice(0, 64),
      addresses: [...new Set([...own, ...addresses])].slice(0, 64),
    },
    kind: 'network',
    hardware: {
      maker: chassis?.maker.trim().slice(0, 120) || enterprises[enterprise] || null,
      model: chassis?.model.trim().slice(0, 120) || null,
      disks: [],
      interfaces,
    },
    os: null,
    description: description.slice(0, 1_000) || null,
    load: [],
  }
}
