import type { Area, Entry, Registry } from '../record/registry.ts'
import type { AreaHead, Head } from './heads.ts'

/** The declarations as the browser holds them: of each record its head from the start, the whole once its area is there. */
export interface WebRegistry {
  readonly areas: readonly AreaHead[]
  readonly all: readonly Head[]
  head(name: string): Head
  /** Undefined where no record is called so. */
  find(name: unknown): Head | undefined
  /** While a component is drawn: the component waits until the record's area is there. */
  get(name: string): Entry
  /** All declarations: while a component is drawn, it waits until every area is there. */
  whole(): Registry
  /** Fetches an area's declarations, so that nothing that comes after has to wait for them. */
  fetch(area: string): void
}

/** Of one area: on its way, there, or failed; what failed stays so until the page is loaded again, as any part of it does. */
type Coming = { coming: Promise<void> } | { failed: unknown }

/** As React has it: what waits throws what it waits for. */
const waited = (one: Coming): unknown => ('coming' in one ? one.coming : one.failed)

export function webRegistry(areas: readonly AreaHead[], load: (area: string) => Promise<Area>): WebRegistry {
  const heads = new Map(areas.flatMap(({ records }) => records.map((head) => [head.record.name, head])))
  const areaOf = new Map(areas.flatMap(({ code, records }) => records.map(({ record }) => [record.name, code])))
  const entries = new Map<string, Entry>()
  const there = new Map<string, Area>()
  const areasAsked = new Map<string, Coming>()
  const ask = (code: string): Coming => {
    const known = areasAsked.get(code)
    if (known) return known
    const coming = load(code).then(
      (area) => {
        there.set(code, area)
        for (const entry of area.records) entries.set(entry.record.name, entry)
      },
      (failed: unknown) => {
        areasAsked.set(code, { failed })
      },
    )
    areasAsked.set(code, { coming })
    return { coming }
  }
  const known = <T>(map: ReadonlyMap<string, T>, name: string): T => {
    const one = map.get(name)
    if (one === undefined) throw new Error(`No record is called ${name}`)
    return one
  }
  const get = (name: string): Entry => {
    const entry = entries.get(name)
    if (entry) return entry
    throw waited(ask(known(areaOf, name)))
  }
  let whole: Registry | undefined
  return {
    areas,
    all: [...heads.values()],
    head: (name) => known(heads, name),
    find: (name) => heads.get(String(name)),
    get,
    whole() {
      const asked = areas.map(({ code }) => ask(code))
      const missing = asked.find((_one, n) => !there.has(areas[n]?.code ?? ''))
      if (missing) throw waited(missing)
      const all = areas.flatMap(({ code }) => there.get(code) ?? [])
      whole ??= { areas: all, all: all.flatMap(({ records }) => records), get }
      return whole
    },
    fetch: (code) => void ask(code),
  }
}
