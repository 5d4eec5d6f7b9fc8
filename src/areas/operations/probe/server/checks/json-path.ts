/** The value at a path like `checks.db[0].ready` (a leading `$.` is allowed); undefined where the path leads nowhere. */
export function atPath(root: unknown, path: string): unknown {
  const keys = path.replace(/^\$\./, '').match(/[^.[\]]+/g) ?? []
  return keys.reduce<unknown>(
    (value, key) => (isContainer(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    root,
  )
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
