/** Parts of one declaration laid together: lists one after the other, tables by their names. Throws where a name comes twice. */
export function together<T extends object>(parts: readonly T[]): T {
  const whole: Record<string, unknown> = {}
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) whole[key] = key in whole ? joined(key, whole[key], value) : value
  return whole as T
}

function joined(key: string, one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other]
  const [known, added] = [one, other] as [object, object]
  const twice = Object.keys(added).find((name) => Object.hasOwn(known, name))
  if (twice !== undefined) throw new Error(`${key}: ${twice} comes twice`)
  return { ...known, ...added }
}
