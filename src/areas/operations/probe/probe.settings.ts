/**
 * What each kind of probe is told: pure zod, so that the record declaration, the browser's forms and the checks share it.
 * Times end in `Ms` or `Seconds`; a threshold left out is not judged.
 */
import { z } from 'zod'

/** Longest a check may take when nothing else is said, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 2_000

const timeoutMs = z.int().min(50).max(60_000).default(DEFAULT_TIMEOUT_MS)
const warnMs = z.int().positive().max(60_000).optional()
const seconds = z
  .int()
  .positive()
  .max(366 * 86_400)
const percent = z.number().min(0).max(100)
const path = z.string().trim().min(1).max(1_000)

/** A TCP connection can be opened; slow when that takes longer than `warnMs`. */
export const tcpSettings = z.strictObject({
  kind: z.literal('tcp'),
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  warnMs,
  timeoutMs,
})

/** `GET url` answers with a status in the range and, where asked, the right content. Redirects are answers, not followed. */
export const httpSettings = z.strictObject({
  kind: z.literal('http'),
  url: z
    .url({ protocol: /^https?$/ })
    .refine(hasNoCredentials, { error: 'A URL with a password would be shown to readers' }),
  status: z
    .strictObject({ from: z.int().min(100).max(599), to: z.int().min(100).max(599) })
    .refine(({ from, to }) => from <= to, { error: 'from must not be above to', path: ['to'] })
    .default({ from: 200, to: 299 }),
  contains: z.string().min(1).max(1_000).optional(),
  json: z
    .strictObject({
      /** `status`, `checks.db.ready`, `nodes[0].state`; a leading `$.` is allowed. */
      path: z.string().regex(/^(\$\.)?[^.[\]\s]+(\[\d+\])*(\.[^.[\]\s]+(\[\d+\])*)*$/),
      equals: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    })
    .optional(),
  /** False accepts a certificate that does not verify: for self-signed inner systems. */
  verifyTls: z.boolean().default(true),
  warnMs,
  timeoutMs,
})

/** "The value is below 5", "the value is at least 100": true means trouble. */
export const comparison = z.strictObject({
  op: z.enum(['<', '<=', '=', '!=', '>=', '>']),
  than: z.number(),
})

/** One SELECT on a named database target; its first column of its first row may be compared. */
export const sqlSettings = z.strictObject({
  kind: z.literal('sql'),
  /** Name of a database target; the connection string is kept elsewhere and never seen here. */
  target: z.string().trim().min(1).max(100),
  statement: z.string().trim().min(1).max(4_000),
  warnWhen: comparison.optional(),
  downWhen: comparison.optional(),
  warnMs,
  timeoutMs,
})

/** The process named in a pid file runs, and is the one meant: a pid file alone lies once the number is given away again. */
export const processSettings = z.strictObject({
  kind: z.literal('process'),
  pidFile: path,
  /** Text that the process's command line (its arguments joined by spaces) must contain. */
  commandLine: z.string().min(1).max(1_000),
  timeoutMs,
})

/** Free space of the file system that holds `path`, as a share and in bytes; at least one threshold. */
export const diskSettings = z
  .strictObject({
    kind: z.literal('disk'),
    path,
    warnFreePercent: percent.optional(),
    downFreePercent: percent.optional(),
    warnFreeBytes: z.int().nonnegative().optional(),
    downFreeBytes: z.int().nonnegative().optional(),
    timeoutMs,
  })
  .refine(
    (disk) => [disk.warnFreePercent, disk.downFreePercent, disk.warnFreeBytes, disk.downFreeBytes].some(isGiven),
    { error: 'At least one threshold is needed', path: ['downFreePercent'] },
  )

/** A file, or the newest file directly inside a folder, was written lately and is not too small. */
export const fileSettings = z.strictObject({
  kind: z.literal('file'),
  path,
  maxAgeSeconds: seconds,
  warnAgeSeconds: seconds.optional(),
  minBytes: z.int().nonnegative().optional(),
  timeoutMs,
})

/** Something outside reports by itself and must not be silent for longer than allowed. */
export const heartbeatSettings = z.strictObject({
  kind: z.literal('heartbeat'),
  maxSilenceSeconds: seconds,
  warnSilenceSeconds: seconds.optional(),
  timeoutMs,
})

/** Settings of any probe, told apart by `kind`. */
export const probeSettings = z.discriminatedUnion('kind', [
  tcpSettings,
  httpSettings,
  sqlSettings,
  processSettings,
  diskSettings,
  fileSettings,
  heartbeatSettings,
])

/** When outcomes become a verdict: down at `n` bad ones of the last `m`, up again after `upAfter` good ones in a row. */
export const hysteresisSettings = z.strictObject({
  downAfter: z
    .strictObject({ n: z.int().min(1).max(100), m: z.int().min(1).max(100) })
    .refine(({ n, m }) => n <= m, { error: 'n must not be above m', path: ['n'] })
    .default({ n: 2, m: 3 }),
  upAfter: z.int().min(1).max(100).default(2),
})

/** When changes of verdict count as flapping: `changes` within `window` minutes, until `calm` minutes without one. */
export const flapSettings = z.strictObject({
  window: z.number().positive().max(1_440).default(10),
  changes: z.int().min(2).max(1_000).default(6),
  calm: z.number().positive().max(1_440).default(10),
})

export type TcpSettings = z.infer<typeof tcpSettings>
export type HttpSettings = z.infer<typeof httpSettings>
export type SqlSettings = z.infer<typeof sqlSettings>
export type ProcessSettings = z.infer<typeof processSettings>
export type DiskSettings = z.infer<typeof diskSettings>
export type FileSettings = z.infer<typeof fileSettings>
export type HeartbeatSettings = z.infer<typeof heartbeatSettings>
export type Comparison = z.infer<typeof comparison>
export type ProbeSettings = z.infer<typeof probeSettings>
export type Hysteresis = z.infer<typeof hysteresisSettings>
export type FlapPolicy = z.infer<typeof flapSettings>

function hasNoCredentials(url: string): boolean {
  if (!URL.canParse(url)) return true // said already by the URL rule itself
  const { username, password } = new URL(url)
  return username === '' && password === ''
}

function isGiven(value: number | undefined): boolean {
  return value !== undefined
}
