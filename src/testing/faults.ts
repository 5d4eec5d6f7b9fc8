interface Named {
  readonly path: string
  readonly code: string
}

/** Faults as tests tell them, `lines.0.quantity over-ordered`: as rules find them, or in the body of an answer. */
export function faultsIn(found: readonly Named[] | { readonly errors?: readonly Named[] }): string[] {
  const faults = 'map' in found ? found : (found.errors ?? [])
  return faults.map(({ path, code }) => `${path} ${code}`)
}
