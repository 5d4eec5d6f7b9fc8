import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'

/** What kind of machine it seems to be. */
export const machineKinds = ['server', 'virtual', 'desktop', 'laptop', 'network', 'other'] as const

/** What a machine says of its hardware and system; sizes in whole GB, of memory as sold. */
export const factsSchema = z.strictObject({
  cpu: z.string().max(200).optional(),
  cores: z.int().min(1).max(10_000).optional(),
  memoryGb: z.number().min(0).max(1e6).optional(),
  diskGb: z.number().min(0).max(1e9).optional(),
  os: z.string().max(200).optional(),
  interfaces: z.int().min(0).max(100_000).optional(),
  description: z.string().max(1_000).optional(),
})

export type Facts = z.output<typeof factsSchema>

const identifiers = (max: number) => f.json(z.array(z.string().max(64)).max(max), { by: 'system', default: [] })

/** A machine as agents and SNMP find it (发现记录), beside and apart from what is registered of it. */
export const discovery = defineRecord('discovery', {
  number: 'DSC',
  plural: 'discoveries',
  label: 'name',
  fields: {
    name: f.text({ max: 253, by: 'system', search: true, sort: true }),
    source: f.choice(['agent', 'snmp'], { by: 'system', default: 'agent', filter: true }),
    kind: f.choice(machineKinds, { by: 'system', default: 'other', filter: true }),
    /** What it is in the register. */
    asset: f.link('asset', { optional: true, filter: true }),
    hostname: f.text({ max: 253, by: 'system', optional: true, search: true, filter: true }),
    serial: f.text({ max: 80, by: 'system', optional: true, search: true, filter: true }),
    uuid: f.text({ max: 36, by: 'system', optional: true, filter: true }),
    macs: identifiers(64),
    addresses: identifiers(64),
    maker: f.text({ max: 120, by: 'system', optional: true }),
    model: f.text({ max: 120, by: 'system', optional: true, search: true }),
    facts: f.json(factsSchema, { by: 'system', default: {} }),
    /** The last day on which it was heard of. */
    seenOn: f.date({ by: 'system', filter: true, sort: true }),
    reason: f.prose({ optional: true, max: 1_000 }),
  },
  states: ['unknown', 'matched', 'ignored', 'vanished'],
  transitions: {
    match: { from: ['unknown', 'ignored', 'vanished'], to: 'matched', allow: keeper, requires: ['asset'] },
    /** It was taken for the wrong one. */
    unmatch: { from: 'matched', to: 'unknown', allow: keeper, set: () => ({ asset: null }) },
    ignore: { from: 'unknown', to: 'ignored', allow: keeper, requires: ['reason'] },
    /** By itself, when it is heard of again, or when its absence was accepted. */
    reappear: { from: 'vanished', to: 'matched', allow: nobody },
    vanish: { from: 'matched', to: 'vanished', allow: nobody },
  },
  access: { read: staff, create: nobody, update: nobody },
})
