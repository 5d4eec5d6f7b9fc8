import type { Kysely } from 'kysely'
import type { Tables } from '../../../platform/tables.ts'
import type { Importing } from '../../../platform/transfer/import/importing.ts'
import { fold } from '../../../record/fold.ts'
import type { locationKinds } from './location.record.ts'
import { nestingFaults } from './place.rules.ts'

type Kind = (typeof locationKinds)[number]

/** The parts of `北京 > 主机房 > A01`, from the widest. */
export const partsOf = (text: string): string[] =>
  fold(text)
    .split(/\s*[/\\>›→|]\s*|\s+[-–—]\s+/)
    .filter((part) => part !== '')

const signs: readonly (readonly [RegExp, Kind])[] = [
  [/工位|座位|桌|desk/i, 'desk'],
  [/机柜|机架|rack|^[A-Z]{1,2}-?\d{1,3}$/i, 'rack'],
  [/机房|室|间|仓库|库房|大厅|room|hall/i, 'room'],
  [/楼|层|座|栋|building|floor/i, 'building'],
  [/柜|抽屉|cabinet|locker/i, 'cabinet'],
]

/** What kind of place a name sounds like, among those that may stand in the one around it. */
export function kindOf(name: string, around: Kind | null): Kind {
  const fits = (kind: Kind) => nestingFaults(kind, around).length === 0
  const told = signs.filter(([sign]) => sign.test(name)).map(([, kind]) => kind)
  const usual: Kind[] =
    around === null ? ['site'] : around === 'room' ? ['rack', 'cabinet'] : ['room', 'desk', 'cabinet']
  return [...told, ...usual].find((kind) => fits(kind)) ?? 'room'
}

/** Places as sheets name them: by a path from the site, of which nothing but the end need be told. */
export const locationImporting: Importing = {
  headings: { parent: ['上级位置', '上级'], name: ['位置名称', '地点'] },
  form: (text) => partsOf(text).join('/') || text,
  find: async (db, texts) => {
    const paths = texts.map((text) => ({ text, parts: partsOf(text) })).filter(({ parts }) => parts.length > 1)
    if (paths.length === 0) return new Map()
    const places = await placesIn(db)
    return new Map(
      paths.flatMap(({ text, parts }) => {
        const [only, ...more] = places.filter((one) => leadsTo(one, parts))
        return only && more.length === 0 ? [[text, only.id]] : []
      }),
    )
  },
  propose(text) {
    const parts = partsOf(text)
    let around: Kind | null = null
    return parts.map((name, i) => {
      const path = parts.slice(0, i + 1).join('/')
      const kind = kindOf(name, around)
      around = kind
      return {
        text: path,
        values: { name, code: path.slice(0, 60), kind, ...(i > 0 && { parent: parts.slice(0, i).join('/') }) },
      }
    })
  },
}

interface Place {
  readonly id: string
  /** What it, and each place around it from the nearest, is called: name and code. */
  readonly chain: readonly (readonly string[])[]
}

async function placesIn(db: Kysely<Tables>): Promise<Place[]> {
  const rows = await db
    .selectFrom('location')
    .select(['id', 'name', 'code', 'parent'])
    .where('state', '=', 'active')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rows.map(({ id }) => {
    const chain: string[][] = []
    for (let at = byId.get(id); at && chain.length < 20; at = byId.get(at.parent ?? ''))
      chain.push([at.name, at.code].map((word) => fold(word).toLowerCase()))
    return { id, chain }
  })
}

/** Does a path end here: its last part this place, each part before it one of those around it, in order? */
function leadsTo({ chain }: Place, parts: readonly string[]): boolean {
  const wanted = [...parts].reverse().map((part) => part.toLowerCase())
  if (!chain[0]?.includes(wanted[0] ?? '')) return false
  let from = 1
  return wanted.slice(1).every((part) => {
    const at = chain.findIndex((names, i) => i >= from && names.includes(part))
    from = at + 1
    return at >= 0
  })
}
