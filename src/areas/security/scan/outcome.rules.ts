/** What a scan means for a vulnerability that is known. Pure. */

type VulnerabilityState = 'open' | 'in-progress' | 'fixed' | 'closed' | 'accepted' | 'not-affected'

interface KnownVulnerability {
  readonly state: VulnerabilityState
  readonly lastSeen: string | null
  readonly closedAt: string | null
  readonly fixedAt: string | null
  readonly versionFound: string | null
}

interface Sighting {
  readonly at: string
  readonly version: string | null
  /** Its maker says that it is there, and not a scanner that looks at versions alone. */
  readonly byMaker: boolean
}

/** As it was seen at an instant: it came back, is still there, or was known to be otherwise later than that. */
export function whenSeen(one: KnownVulnerability, { at, version, byMaker }: Sighting): 'again' | 'still' | 'older' {
  if (one.lastSeen !== null && at < one.lastSeen) return 'older'
  if (one.state === 'closed') return one.closedAt !== null && at <= one.closedAt ? 'older' : 'again'
  // Said to be fixed: a scan from before it was says nothing about it.
  if (one.state === 'fixed') return one.fixedAt !== null && at <= one.fixedAt ? 'still' : 'again'
  // Scanners go on seeing what its maker says does no harm: that holds for the version it was said of.
  return one.state === 'not-affected' && (byMaker || version !== one.versionFound) ? 'again' : 'still'
}

export interface Asked {
  readonly id: string
  readonly ref: string
  readonly scanner: string | null
  readonly lastSeen: string | null
  readonly asset: string | null
  readonly component: string | null
}

export interface Looked {
  readonly complete: boolean
  readonly scanner: string
  readonly scannedAt: string
  readonly assets: readonly string[]
  readonly components: readonly string[]
}

/**
 * Which of these a scan no longer sees: it was complete, by the same scanner, later, and looked at that. What it saw that has no place
 * yet may be one of them: of the same reference none is closed until then.
 */
export function absentIn(
  known: readonly Asked[],
  look: Looked,
  { seen, unplaced }: { seen: ReadonlySet<string>; unplaced: ReadonlySet<string> },
): Asked[] {
  if (!look.complete) return []
  const scope = new Set([...look.assets, ...look.components])
  return known.filter(
    ({ id, ref, scanner, lastSeen, asset, component }) =>
      !seen.has(id) &&
      !unplaced.has(ref) &&
      scanner === look.scanner &&
      (lastSeen === null || lastSeen < look.scannedAt) &&
      scope.has(asset ?? component ?? ''),
  )
}
