import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { beside, query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { asset } from '../../asset/asset.record.ts'
import { goneStates } from '../../asset/asset.rules.ts'
import { assetCategory } from '../../asset-category/asset-category.record.ts'
import { staff } from '../../keepers.rules.ts'
import { location } from '../location.record.ts'
import { usualHeight } from '../rack.rules.ts'

const place = z.object({
  id: z.uuid(),
  number: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(location.fields.kind.choices),
})

type Place = z.output<typeof place>

export const places = query({
  path: '/api/places',
  allow: staff,
  summary: 'All places that are open, as a tree by their parents, with how many assets stand right in each',
  input: z.strictObject({}),
  output: z.object({ items: z.array(place.extend({ parent: z.uuid().nullable(), count: z.int() })) }),
  async run({ db, person }) {
    const { rows } = await sql<Place & { parent: string | null; count: number }>`
      select l.id, l.number, l.code, l.name, l.kind, l.parent, coalesce(held.count, 0)::int as count
      from location l left join (
        select location as id, count(*) from asset
        where location is not null and state <> all(${[...goneStates]}::text[]) and ${condition(asset, asset.access.read, person)}
        group by location
      ) held on held.id = l.id
      where l.state = 'active' order by l.code`.execute(db)
    return { items: rows }
  },
})

const standing = z.object({
  id: z.uuid(),
  number: z.string(),
  version: z.int(),
  tag: z.string(),
  name: z.string(),
  state: z.enum(asset.states),
  kind: z.enum(assetCategory.fields.kind.choices),
  category: z.uuid(),
  custodian: z.string().nullable(),
  unit: z.int().nullable(),
  units: z.int(),
  watts: z.number().nullable(),
})

type Standing = z.output<typeof standing>

/** More than these in one place are counted and not listed; a rack never holds so many. */
const mostListed = 300

export const contents = beside({
  name: 'contents',
  of: ({ name }) => name === 'location',
  summary: 'Where a place is and what stands right in it; of a room, its racks too, with what stands in them',
  output: z.object({
    /** From the site down to the place itself. */
    path: z.array(place),
    inside: z.array(place),
    /** The place itself where it is a rack, or the racks in it. */
    racks: z.array(place.extend({ height: z.int(), items: z.array(standing) })),
    /** What stands in it otherwise. */
    items: z.array(standing),
    count: z.int(),
  }),
  async run({ db, person }, _record, { id }) {
    const path = await pathTo(db, id)
    const inside = await sql<
      Place & { height: number | null }
    >`select id, number, code, name, kind, height from location
      where (parent = ${id} or (id = ${id} and kind = 'rack')) and state = 'active' order by code limit 500`.execute(db)
    const racks = inside.rows.filter(({ kind }) => kind === 'rack')
    const held = await standingIn(db, person, [id, ...racks.map((one) => one.id)])
    const loose = held.filter((one) => one.place === id && (one.unit === null || !racks.some((rack) => rack.id === id)))
    return {
      path,
      inside: inside.rows.filter((one) => one.id !== id),
      racks: racks.map((rack) => ({
        ...rack,
        height: rack.height ?? usualHeight,
        items: held.filter((one) => one.place === rack.id && one.unit !== null),
      })),
      items: loose.slice(0, mostListed),
      count: loose.length,
    }
  },
})

async function pathTo(db: Kysely<Tables>, id: string): Promise<Place[]> {
  const { rows } = await sql<Place>`with recursive up as (
      select id, number, code, name, kind, parent, 0 as height from location where id = ${id}
      union all select l.id, l.number, l.code, l.name, l.kind, l.parent, up.height + 1
      from location l join up on l.id = up.parent where up.height < 20
    ) select id, number, code, name, kind from up order by height desc`.execute(db)
  return rows
}

async function standingIn(db: Kysely<Tables>, person: PersonActor, ids: readonly string[]) {
  const { rows } = await sql<Standing & { place: string }>`
    select a.id, a.number, a.version, a.tag, a.name, a.state, k.kind, a.category, p.name as custodian, a.location as place,
      a.rack_unit as unit, coalesce(a.rack_units, m.height, 1) as units, m.watts
    from (select * from asset where location = any(${ids}::uuid[]) and state <> all(${[...goneStates]}::text[])
        and ${condition(asset, asset.access.read, person)} order by rack_unit desc nulls last, name, tag limit 2000) a
      join asset_category k on k.id = a.category left join asset_model m on m.id = a.model
      left join person p on p.id = a.custodian
    order by a.rack_unit desc nulls last, a.name, a.tag`.execute(db)
  return rows
}
