import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import type { RowOf } from '../../../../record/record.ts'
import { configCheck } from '../../config-check/config-check.record.ts'
import { expectText } from '../../config-check/judge.rules.ts'
import { wordsShape } from '../../server/shapes.ts'
import { configChecklist } from '../config-checklist.record.ts'

const cellShape = z.object({
  key: z.string(),
  is: z.enum(['matches', 'drift', 'unknown']),
  found: z.string().nullable(),
  wanted: wordsShape,
  accepted: z.boolean(),
  note: z.string().nullable(),
})

export const checklistMatrix = beside({
  name: 'matrix',
  of: (record) => record.name === configChecklist.name,
  summary: 'Its components with what the newest check of each found of every item.',
  output: z.object({
    items: z.array(z.object({ key: z.string(), name: wordsShape, wanted: wordsShape })),
    components: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        name: z.string(),
        check: z
          .object({
            id: z.uuid(),
            number: z.string(),
            state: z.enum(configCheck.states),
            checkedAt: z.iso.datetime().nullable(),
            driftSince: z.iso.datetime().nullable(),
            edition: z.number(),
          })
          .nullable(),
        /** One is asked for and not done yet. */
        waits: z.boolean(),
        /** Number of the baseline that it is held against. */
        baseline: z.string().nullable(),
        cells: z.array(cellShape),
      }),
    ),
  }),
  async run({ db }, _record, row) {
    const { id, items, components } = row as unknown as RowOf<typeof configChecklist>
    const places =
      components.length === 0
        ? []
        : await db
            .selectFrom('component')
            .select(['id', 'number', 'name'])
            .where('id', 'in', components)
            .orderBy('code')
            .execute()
    const checks = await db
      .selectFrom('configCheck as k')
      .leftJoin('configCheck as b', 'b.id', 'k.baseline')
      .select(['k.id', 'k.number', 'k.component', 'k.state', 'k.checkedAt', 'k.driftSince', 'k.edition', 'k.found'])
      .select(['k.newest', 'b.number as baseline'])
      .where('k.checklist', '=', id)
      .where((is) => is.or([is('k.newest', '=', true), is('k.state', '=', 'waiting')]))
      .execute()
    return {
      items: items.map(({ key, name, nameEn, expect }) => ({
        key,
        name: [name, nameEn ?? name] as const,
        wanted: expectText(expect),
      })),
      components: places.map((place) => {
        const check = checks.find(({ component, newest }) => component === place.id && newest)
        return {
          ...place,
          check: check ?? null,
          waits: checks.some(({ component, state }) => component === place.id && state === 'waiting'),
          baseline: check?.state === 'baseline' ? check.number : (check?.baseline ?? null),
          cells: (check?.found ?? []).map(({ expect, ...cell }) => ({ ...cell, wanted: expectText(expect) })),
        }
      }),
    }
  },
})
