import type { Registry } from '../../record/registry.ts'

/** What a token asks to do: which record an address is about (null: none of them), and whether it only reads. */
export interface Asked {
  readonly record: string | null
  readonly reads: boolean
}

/**
 * Does a token's scope reach so far? `write` is all that its person may do, `read` all that they may read, `incident:read`
 * and `incident:write` one kind of record and what hangs on it. What belongs to no record is open to the first two only.
 */
export const scopeAllows = (scope: readonly string[], { record, reads }: Asked): boolean =>
  scope.some((one) => {
    if (one === 'write') return true
    if (one === 'read') return reads
    return record !== null && (one === `${record}:write` || (reads && one === `${record}:read`))
  })

/** What a route's address and method ask: `/api/incidents/…` is about incidents, and any route about what it says it is. */
export function askedOf(registry: Registry, method: string, url: string, about?: string): Asked {
  const plural = url.split('/')[2]
  const entry = registry.all.find(({ record }) => record.plural === plural)
  return { record: about ?? entry?.record.name ?? null, reads: method === 'GET' || method === 'HEAD' }
}

/** Is this a scope that a token may have? */
export function isScope(registry: Registry, given: string): boolean {
  if (given === 'read' || given === 'write') return true
  const [name, may, ...rest] = given.split(':')
  return (
    rest.length === 0 && (may === 'read' || may === 'write') && registry.all.some(({ record }) => record.name === name)
  )
}
