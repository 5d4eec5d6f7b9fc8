/** Of what a finding is: an asset by its name on the network or its label, a component or an asset by what is installed. Pure. */
import { fold } from '../../../record/fold.ts'
import type { Finding } from './finding.rules.ts'

export interface KnownAsset {
  readonly id: string
  readonly tag: string
  readonly serial: string | null
  readonly address: string | null
  readonly hostname: string | null
  readonly owner: string | null
}

export interface KnownComponent {
  readonly id: string
  readonly code: string
  readonly product: string | null
  readonly version: string | null
}

export interface Installed {
  readonly asset: string
  readonly product: string
  readonly version: string | null
}

export interface Known {
  /** Any asset that a target names, and those in scope. */
  readonly assets: readonly KnownAsset[]
  readonly components: readonly KnownComponent[]
  /** On assets in scope. */
  readonly installed: readonly Installed[]
  /** What the scan looked at. */
  readonly scope: { readonly assets: readonly string[]; readonly components: readonly string[] }
  /** The report is about one thing as a whole: where one was looked at, that is it. */
  readonly aboutOne: boolean
  /** Two ways to write one version are the same (decision 27). */
  sameVersion(a: string, b: string): boolean
}

export type Place =
  | { readonly asset: string; readonly component: null }
  | { readonly asset: null; readonly component: string }

const onAsset = (asset: string): Place => ({ asset, component: null })
const onComponent = (component: string): Place => ({ asset: null, component })
const key = (text: string | null): string => fold(text ?? '').toLowerCase()
const only = <T>(all: readonly T[]): T | null => (all.length === 1 ? (all[0] as T) : null)

/** An index over what is known, so that many findings are placed quickly. */
export function matcher(known: Known): (finding: Finding) => Place | null {
  const byName = new Map<string, Set<string>>()
  const name = (text: string | null, id: string) => {
    if (text) byName.set(key(text), (byName.get(key(text)) ?? new Set()).add(id))
  }
  for (const { id, tag, serial, address, hostname } of known.assets)
    for (const text of [tag, serial, address, hostname]) name(text, id)
  const byCode = new Map(known.components.map(({ id, code }) => [key(code), id]))
  const inScope = new Set([...known.scope.assets, ...known.scope.components])
  const products = known.components.filter(({ id, product }) => product && inScope.has(id))
  const sole = known.aboutOne
    ? only([...known.scope.assets.map(onAsset), ...known.scope.components.map(onComponent)])
    : null

  const same = (product: string | null, version: string | null, finding: Finding) =>
    key(product) === key(finding.product) &&
    (finding.version === null || (version !== null && known.sameVersion(version, finding.version)))

  return (finding) => {
    if (finding.target !== null) {
      const named = byName.get(key(finding.target))
      const asset = named && only([...named])
      if (asset) return onAsset(asset)
      const component = byCode.get(key(finding.target))
      if (component) return onComponent(component)
      return named ? null : sole
    }
    if (finding.product === null) return sole
    const component = only(products.filter(({ product, version }) => same(product, version, finding)))
    if (component) return onComponent(component.id)
    const assets = new Set(
      known.installed.filter(({ product, version }) => same(product, version, finding)).map(({ asset }) => asset),
    )
    return assets.size === 1 ? onAsset([...assets][0] as string) : assets.size === 0 ? sole : null
  }
}
