import './tables.ts'
import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fold } from '../../../../record/fold.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateIn } from '../../../../record/zone.ts'
import { goneStates } from '../../asset/asset.rules.ts'
import type { Installed } from '../../software/server/file.ts'
import { cpuOf, memoryAsSold } from '../compare.rules.ts'
import { discovery, type Facts } from '../discovery.record.ts'
import { type Candidate, hostnameOf, type Identity, macsOf, matchOf, serialOf, uuidOf } from '../identity.rules.ts'
import type { Report } from '../report.rules.ts'
import { compareAgain } from './compare.ts'

type Row = RowOf<typeof discovery>

/** What became of a report: of which machine it is, and which asset that is. */
export interface Placed {
  readonly discovery: string
  readonly asset: string | null
  /** The machine was looked at later already. */
  readonly older: boolean
}

/** Finds the machine that a report is of, or writes down a new one, and holds it against the register. */
export async function placeReport(engine: Engine, tx: Tx, report: Report, at: string): Promise<Placed> {
  const found = foundIn(report)
  const known = matchOf(found.identity, await knownMachines(tx, found.identity))
  const values = { ...found.values, seenOn: dateIn(engine.zone, at) }
  if (known === null || known === 'several') {
    const made = await tx.create(discovery, values)
    return { discovery: made.id, asset: await settle(engine, tx, made), older: false }
  }
  const before = await tx.lock(discovery, known.id)
  if (await lookedAtLater(tx, known.id, at)) return { discovery: before.id, asset: before.asset, older: true }
  let row = await tx.update(discovery, known.id, values)
  if (row.state === 'vanished') row = await tx.act(discovery, row.id, 'reappear')
  return { discovery: row.id, asset: await settle(engine, tx, row), older: false }
}

/** The asset that a machine is, told by itself where that can be told; then what differs is raised. */
async function settle(engine: Engine, tx: Tx, row: Row): Promise<string | null> {
  let now = row
  if (now.state === 'unknown') {
    const asset = await assetOf(tx, identityOf(now))
    if (asset) now = await tx.act(discovery, now.id, 'match', { asset })
  }
  await compareAgain(engine, tx, now)
  return now.state === 'matched' ? now.asset : null
}

const identityOf = ({ serial, uuid, macs, hostname }: Row): Identity => ({ serial, uuid, macs, hostname })

async function lookedAtLater(tx: Tx, id: string, at: string): Promise<boolean> {
  const later = await tx.db
    .selectFrom('discoveryReport')
    .select('id')
    .where('discovery', '=', id)
    .where('at', '>', at)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

async function knownMachines(tx: Tx, { serial, uuid, macs, hostname }: Identity): Promise<Candidate[]> {
  const rows = await tx.db
    .selectFrom('discovery')
    .select(['id', 'serial', 'uuid', 'macs', 'hostname'])
    .where(({ or, eb }) =>
      or([
        ...(serial ? [eb('serial', '=', serial)] : []),
        ...(uuid ? [eb('uuid', '=', uuid)] : []),
        ...(macs.length > 0 ? [sql<boolean>`macs ?| ${macs as string[]}::text[]`] : []),
        ...(hostname ? [eb('hostname', 'in', namesOf(hostname))] : []),
      ]),
    )
    .orderBy('id')
    .limit(200)
    .execute()
  return rows
}

/** The asset in the register that this machine is; null where there is none, or it cannot be told which. */
async function assetOf(tx: Tx, found: Identity): Promise<string | null> {
  const { serial, hostname } = found
  if (!serial && !hostname) return null
  const names = hostname ? namesOf(hostname).flatMap((name) => [name, name.toUpperCase()]) : []
  const rows = await tx.db
    .selectFrom('asset')
    .select(['id', 'serial', 'hostname'])
    .where('state', 'not in', [...goneStates])
    .where(({ or, eb }) =>
      or([
        ...(serial ? [eb('serial', 'in', [serial, serial.toLowerCase()])] : []),
        ...(names.length > 0 ? [eb('hostname', 'in', names)] : []),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('discovery')
            .select('discovery.id')
            .whereRef('discovery.asset', '=', 'asset.id')
            .where('discovery.state', 'in', ['matched', 'vanished']),
        ),
      ),
    )
    .orderBy('id')
    .limit(200)
    .execute()
  const candidates = rows.map((row) => ({
    id: row.id,
    serial: serialOf(row.serial),
    hostname: hostnameOf(row.hostname),
    uuid: null,
    macs: [],
  }))
  const match = matchOf(found, candidates)
  return match === null || match === 'several' ? null : match.id
}

/** A name with and without its domain. */
const namesOf = (hostname: string): string[] => [...new Set([hostname, hostname.split('.')[0] ?? hostname])]

type Values = Pick<
  Row,
  'name' | 'source' | 'kind' | 'hostname' | 'serial' | 'uuid' | 'macs' | 'addresses' | 'maker' | 'model' | 'facts'
>

/** What a report says, in the form in which it is kept. */
function foundIn({ identity, source, kind, hardware, os, description }: Report): {
  identity: Identity
  values: Values
} {
  const known: Identity = {
    serial: serialOf(identity.serial),
    uuid: uuidOf(identity.uuid),
    macs: macsOf(identity.macs),
    hostname: hostnameOf(identity.hostname),
  }
  const { cpu, cores, memoryMb, disks = [], interfaces } = hardware ?? {}
  const disk = Math.round(disks.reduce((sum, { sizeGb }) => sum + sizeGb, 0))
  const facts: Facts = {
    ...(cpu && { cpu: cpuOf(cpu) }),
    ...(cores && { cores }),
    ...(memoryMb && { memoryGb: memoryAsSold(memoryMb) }),
    ...(disk > 0 && { diskGb: disk }),
    ...(os && {
      os: fold(os.version && !os.name.includes(os.version) ? `${os.name} ${os.version}` : os.name).slice(0, 200),
    }),
    ...(interfaces && { interfaces }),
    ...(description && { description }),
  }
  const { hostname, serial, uuid, macs } = known
  return {
    identity: known,
    values: {
      name: hostname ?? serial ?? uuid ?? macs[0] ?? identity.hostname ?? '—',
      source,
      kind,
      hostname,
      serial,
      uuid,
      macs: [...macs],
      addresses: [...new Set(identity.addresses.filter(isOwnAddress))].sort(),
      maker: fold(hardware?.maker ?? '') || null,
      model: fold(hardware?.model ?? '') || null,
      facts,
    },
  }
}

/** What a report says is installed, the system itself among it. */
export const installedIn = ({ os, software = [] }: Report): Installed[] => (os ? [os, ...software] : software)

/** Neither the machine itself nor what it gave itself on one wire. */
const isOwnAddress = (address: string): boolean => !/^(127\.|169\.254\.|::1$|fe80:|0\.0\.0\.0$)/i.test(address)
