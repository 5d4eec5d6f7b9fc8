import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { fold } from '../../../../record/fold.ts'
import { compareVersions } from '../../../change/change.api.ts'
import type { Finding } from '../finding.rules.ts'
import type { Installed, Known, KnownAsset, KnownComponent } from '../match.rules.ts'

type Db = Kysely<Tables>
type Scope = Known['scope']

/** Of the register, what these findings can be about: whatever their targets name, and what is installed within the scope. */
export async function knownOf(db: Db, scope: Scope, findings: readonly Finding[], aboutOne: boolean): Promise<Known> {
  const targets = [...new Set(findings.flatMap(({ target }) => (target ? [fold(target)] : [])))]
  const products = [...new Set(findings.flatMap(({ product }) => (product ? [fold(product).toLowerCase()] : [])))]
  const [assets, components, installed] = await Promise.all([
    assetsOf(db, scope, targets),
    componentsOf(db, scope, targets),
    installedOf(db, scope, products),
  ])
  const sameVersion = (a: string, b: string) => compareVersions(a, b) === 0
  return { assets, components, installed, scope, aboutOne, sameVersion }
}

async function assetsOf(db: Db, { assets }: Scope, targets: readonly string[]): Promise<KnownAsset[]> {
  const { rows } = await sql<KnownAsset>`
    select id, tag, serial, address, hostname, owner from asset
    where state not in ('disposed', 'lost') and (id = any(${assets}::uuid[]) or tag = any(${targets}::text[])
      or serial = any(${targets}::text[]) or address = any(${targets}::text[]) or hostname = any(${targets}::text[]))`.execute(
    db,
  )
  return rows
}

async function componentsOf(db: Db, { components }: Scope, targets: readonly string[]): Promise<KnownComponent[]> {
  const { rows } = await sql<KnownComponent>`
    select id, code, product, installed_version as version from component
    where id = any(${components}::uuid[]) or code = any(${targets}::text[])`.execute(db)
  return rows
}

async function installedOf(db: Db, { assets }: Scope, products: readonly string[]): Promise<Installed[]> {
  if (assets.length === 0 || products.length === 0) return []
  const { rows } = await sql<Installed>`
    select i.asset, s.name as product, i.release as version from installation i join software s on s.id = i.software
    where i.asset = any(${assets}::uuid[]) and i.state = 'present' and lower(s.name) = any(${products}::text[])`.execute(
    db,
  )
  return rows
}
