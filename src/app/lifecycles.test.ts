import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Fields } from '../record/field.ts'
import type { AnyRecord, Transition } from '../record/record.ts'
import { registry } from './records.ts'

const areas = new URL('../areas/', import.meta.url)

/** Lifecycles as the areas' READMEs draw them: a Mermaid diagram that has a record's name as its title. */
const drawn = readdirSync(areas).flatMap((area) =>
  [
    ...readFileSync(new URL(`${area}/README.md`, areas), 'utf8').matchAll(
      /```mermaid\n---\ntitle: (\S+)\n---\nstateDiagram-v2\n([^`]+)```/g,
    ),
  ].map(([, name = '', lines = '']) => ({ name, arrows: lines.trim().split('\n').flatMap(arrowsIn).sort() })),
)

/** `a --> b: verb ✎ (a note) / another` is two arrows; names of states have underscores there, where the record has hyphens. */
function arrowsIn(line: string): string[] {
  const [, from = '', to = '', label = ''] = /^(\S+) --> (\w+)(?:: (.+))?$/.exec(line.trim()) ?? []
  const state = (name: string) => name.replaceAll('_', '-')
  if (from === '[*]') return [`begins ${state(to)}`]
  return label
    .replaceAll(/ \([^)]*\)/g, '')
    .split(' / ')
    .map((verb) => `${state(from)} ${verb} ${state(to)}`)
}

function declared(record: AnyRecord): string[] {
  const begins = record.beginsAs ? ((record.fields as Fields)[record.beginsAs]?.choices ?? []) : [record.states[0]]
  const moves = Object.entries(record.transitions as Record<string, Transition>).flatMap(([verb, { from, to, sign }]) =>
    [from].flat().map((state) => `${state} ${verb}${sign ? ' ✎' : ''} ${to}`),
  )
  return [...begins.map((state) => `begins ${state}`), ...moves].sort()
}

it.each(drawn)('$name is drawn as it is declared', ({ name, arrows }) =>
  expect(arrows).toEqual(declared(registry.get(name).record)),
)

it('sees the drawings', () =>
  expect(drawn.map(({ name }) => name)).toEqual(expect.arrayContaining(['asset', 'incident'])))
