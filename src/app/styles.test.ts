import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('..', import.meta.url))
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'))

/** Classes that a sheet lays down on their own, as in `.ts-node {`; outside of media queries. */
const classesOf = (sheet: string): string[] =>
  [...readFileSync(join(src, sheet), 'utf8').matchAll(/^\.([\w-]+)(?=,?$| \{$)/gm)].map(([, name]) => name as string)

// A screen's sheet stays when another screen opens: the same name in two of them looks different after a detour.
test('a class is laid down in one sheet only', () => {
  const places = new Map<string, Set<string>>()
  for (const sheet of sheets)
    for (const name of classesOf(sheet)) places.set(name, (places.get(name) ?? new Set()).add(sheet))
  expect(places.size).toBeGreaterThan(100)
  expect([...places].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])).toEqual([])
})
