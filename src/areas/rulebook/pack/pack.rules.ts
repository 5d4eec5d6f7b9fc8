import type { bindings, verifications } from './pack.record.ts'

export type Verified = (typeof verifications)[number]

/** One point of a source: its own id there, our own title, and the controls that speak to it. */
export interface PointData {
  readonly item: string
  readonly parent: string | null
  readonly title: string
  readonly titleEn: string
  readonly controls: readonly string[]
  readonly verified: Verified
  readonly from: string
  /** The last day on which it is in force. */
  readonly to: string | null
}

export interface PackData {
  readonly code: string
  readonly title: string
  readonly titleEn: string
  readonly binding: (typeof bindings)[number]
  readonly appliesTo: string
  readonly appliesToEn: string
  readonly source: string
  readonly verified: Verified
  readonly verifiedOn: string | null
  readonly points: readonly PointData[]
}

/** `G-02 P-01…P-03 S-*`: each by its id, a run of them, or all of a family, which stays as it is written. */
export const controlsIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => {
      const run = /^([A-Z])-(\d\d)…\1-(\d\d)$/.exec(one)
      if (!run) return [one]
      const [, family = '', first = '', last = ''] = run
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, n) => `${family}-${String(Number(first) + n).padStart(2, '0')}`,
      )
    })

type Line = readonly [item: string, title: string, titleEn: string, controls?: string]

/** Points that share where they belong, since when they hold, and how far they were checked. */
export const points = (
  shared: { readonly from: string; readonly to?: string; readonly verified: Verified; readonly parent?: string },
  ...lines: readonly Line[]
): PointData[] =>
  lines.map(([item, title, titleEn, controls = '']) => ({
    ...{ item, title, titleEn, controls: controlsIn(controls) },
    ...{ parent: shared.parent ?? null, verified: shared.verified, from: shared.from, to: shared.to ?? null },
  }))

/** Whether a control is among those that speak to a point. */
export const speaksTo = (controls: readonly string[], id: string): boolean =>
  controls.some((one) => (one.endsWith('*') ? id.startsWith(one.slice(0, -1)) : one === id))

/** A point as the firm has it. */
export interface Held {
  readonly id: string
  readonly item: string
  readonly state: string
  readonly parent: string | null
  readonly title: string
  readonly titleEn: string | null
  readonly controls: readonly string[]
  readonly verified: Verified
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
}

const valuesOf = ({ parent, title, titleEn, controls, verified, from, to }: PointData) => ({
  ...{ parent, title, titleEn, controls: [...controls], verified, effectiveFrom: from, effectiveTo: to },
})

export type PointValues = ReturnType<typeof valuesOf>

export interface Update {
  readonly add: readonly (PointValues & { readonly item: string; readonly changedOn: string | null })[]
  readonly change: readonly { readonly id: string; readonly values: PointValues & { readonly changedOn?: string } }[]
  readonly close: readonly { readonly id: string; readonly effectiveTo: string }[]
  readonly reopen: readonly { readonly id: string; readonly effectiveTo: string | null }[]
}

/**
 * What has to be done so that the firm has what the source says today. Nothing is removed: what the source has no more, or what is
 * past its day, is closed. Only another wording or another span is a change of the law; how far it was checked is none.
 */
export function updateOf(held: readonly Held[], data: readonly PointData[], today: string): Update {
  const said = new Map(data.map((one) => [one.item, one]))
  const known = new Map(held.map((one) => [one.item, one]))
  const isOver = ({ to }: PointData) => to !== null && to < today
  const isNew = held.length > 0
  return {
    add: data
      .filter(({ item }) => !known.has(item))
      .map((one) => ({ ...valuesOf(one), item: one.item, changedOn: isNew ? today : null })),
    change: held.flatMap((one) => {
      const point = said.get(one.item)
      if (!point) return []
      const values = valuesOf(point)
      const differs = (Object.keys(values) as (keyof PointValues)[]).filter(
        (name) => JSON.stringify(values[name]) !== JSON.stringify(one[name]),
      )
      if (differs.length === 0) return []
      const isLaw = differs.some((name) => name === 'title' || name === 'effectiveFrom' || name === 'effectiveTo')
      return [{ id: one.id, values: { ...values, ...(isLaw && { changedOn: today }) } }]
    }),
    close: held.flatMap((one) => {
      const point = said.get(one.item)
      if (one.state !== 'in-force' || (point && !isOver(point))) return []
      return [{ id: one.id, effectiveTo: point?.to ?? today }]
    }),
    reopen: held.flatMap((one) => {
      const point = said.get(one.item)
      return one.state === 'closed' && point && !isOver(point) ? [{ id: one.id, effectiveTo: point.to }] : []
    }),
  }
}
