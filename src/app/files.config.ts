import { join } from 'node:path'
import { type S3Place, s3Store } from '../platform/files/s3.ts'
import { diskStore, type FileStore } from '../platform/files/store.ts'

/** Where bytes are kept, and who looks into them, as the environment says. */
export interface FileConfig {
  /** A bucket of one's own; without it they lie in the data folder. */
  readonly s3: S3Place | undefined
  /** `host:port` of a clamd, or a program of the server's own list. */
  readonly scan: string | undefined
}

const names = {
  endpoint: 'TOUCHSTONE_S3_ENDPOINT',
  bucket: 'TOUCHSTONE_S3_BUCKET',
  region: 'TOUCHSTONE_S3_REGION',
  key: 'TOUCHSTONE_S3_KEY',
  secret: 'TOUCHSTONE_S3_SECRET',
} as const

/** Reads the environment; half of a bucket is a fault, since files would quietly go elsewhere. */
export function readFileConfig(env: NodeJS.ProcessEnv, faults: string[]): FileConfig {
  const scan = env['TOUCHSTONE_SCAN'] || undefined
  const missing = Object.values(names).filter((name) => !env[name])
  if (missing.length === Object.keys(names).length) return { s3: undefined, scan }
  if (missing.length > 0) faults.push(`${missing.join(', ')} must be set along with the other TOUCHSTONE_S3_ settings`)
  const of = (name: keyof typeof names) => env[names[name]] ?? ''
  const endpoint = of('endpoint')
  if (endpoint && !/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    faults.push(`${names.endpoint} must be an address, not "${endpoint}"`)
  const s3 = { endpoint, bucket: of('bucket'), region: of('region'), key: of('key'), secret: of('secret') }
  return { s3, scan }
}

/** The store that was chosen. Bytes on their way into a bucket are drafted in the data folder. */
export const storeOf = ({ s3 }: FileConfig, home: string): FileStore => {
  const folder = join(home, 'files')
  return s3 ? s3Store(s3, folder) : diskStore(folder)
}
