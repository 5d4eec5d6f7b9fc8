import { z } from 'zod'
import { machineKinds } from './discovery.record.ts'

const line = (max: number) => z.string().trim().min(1).max(max)
/** What a machine does not know it may leave out, or leave empty. */
const maybe = (max: number) => z.string().trim().max(max).nullish()
const percent = z.number().min(0).max(100)

/** What an agent, or the answer of a device to SNMP, says of one machine at one instant. */
export const reportSchema = z.strictObject({
  /** When it was looked at. */
  at: z.iso.datetime({ offset: true }),
  source: z.enum(['agent', 'snmp']).default('agent'),
  /** The program that reports, with its version. */
  agent: maybe(80),
  identity: z
    .strictObject({
      hostname: maybe(253),
      serial: maybe(80),
      uuid: maybe(80),
      macs: z.array(z.string().max(64)).max(64).default([]),
      addresses: z
        .array(z.union([z.ipv4(), z.ipv6()]))
        .max(64)
        .default([]),
    })
    .refine(({ hostname, serial, uuid, macs }) => Boolean(hostname || serial || uuid || macs.length), {
      error: 'a machine needs a host name, a serial number, a UUID or a MAC address',
    }),
  kind: z.enum(machineKinds).default('other'),
  hardware: z
    .strictObject({
      maker: maybe(120),
      model: maybe(120),
      cpu: maybe(200),
      cores: z.int().min(1).max(10_000).nullish(),
      /** What the system may use, MB. */
      memoryMb: z.number().min(0).max(1e9).nullish(),
      /** Sizes in GB of 10⁹ bytes, as disks are sold. */
      disks: z
        .array(z.strictObject({ name: line(120), sizeGb: z.number().min(0).max(1e7), serial: maybe(120) }))
        .max(256)
        .default([]),
      interfaces: z.int().min(0).max(100_000).nullish(),
    })
    .optional(),
  os: z.strictObject({ name: line(120), version: maybe(80) }).nullish(),
  description: maybe(1_000),
  /** Everything that is installed; left out where nobody looked. */
  software: z
    .array(z.strictObject({ name: line(200), version: maybe(80), publisher: maybe(120) }))
    .max(20_000)
    .optional(),
  /** Samples of how busy it was, percent. */
  load: z
    .array(
      z.strictObject({
        at: z.iso.datetime({ offset: true }),
        cpu: percent.nullish(),
        memory: percent.nullish(),
        disk: percent.nullish(),
      }),
    )
    .max(1_500)
    .default([]),
})

export type Report = z.output<typeof reportSchema>
