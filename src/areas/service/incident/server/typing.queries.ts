import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { everyone } from '../../../../record/rule.ts'
import { matrixInForce } from '../../priority-rule/server/priority-rule.behaviour.ts'
import { incident } from '../incident.record.ts'
import { levels, priorities, priorityOf } from '../incident.rules.ts'
import { reachOf } from './reach.ts'

const place = z.object({ id: z.uuid(), number: z.string(), name: z.string(), trading: z.boolean() })

/** What follows from an incident as it is being typed: its priority, and what stands on its component. */
export const incidentOutlook = query({
  path: '/api/incidents/outlook',
  allow: incident.access.create,
  summary:
    'What would follow from these answers: the priority, what stands on the component, whether it affects trading',
  input: z.strictObject({
    impact: z.enum(levels),
    urgency: z.enum(levels),
    affectsTrading: z.stringbool().default(false),
    component: z.uuid().optional(),
  }),
  output: z.object({
    priority: z.enum(priorities),
    reach: z
      .object({
        components: z.array(place.extend({ distance: z.int() })),
        services: z.array(place),
        /** The component, or something that stands on it, affects trading. */
        trading: z.boolean(),
      })
      .nullable(),
  }),
  async run({ db }, { component, ...asked }) {
    const [matrix, reached] = await Promise.all([matrixInForce(db), component ? reachOf(db, component) : null])
    const trading = reached ? [...reached.components, ...reached.services].some((one) => one.trading) : false
    return { priority: priorityOf(matrix, asked), reach: reached && { ...reached, trading } }
  },
})

const most = 5
/** Of the newest that hold any of the words, so many are weighed. */
const weighed = 200
/** Alike is what shares so much of what was typed. */
const alike = 0.3

/** Past and present incidents whose titles say something like it, those that share most first. */
export const similarIncidents = query({
  path: '/api/incidents/similar',
  allow: everyone,
  summary: 'Incidents with a title like this one, the most alike first, with how they were resolved',
  input: z.strictObject({ title: z.string().trim().min(2).max(200), not: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        state: z.enum(incident.states),
        resolution: z.string().nullable(),
      }),
    ),
  }),
  async run({ db, person }, { title, not }) {
    const { rows } = await sql<{
      id: string
      number: string
      title: string
      state: (typeof incident.states)[number]
      resolution: string | null
    }>`
      with asked as (select replace(found::text, ' & ', ' | ')::tsquery as words,
        string_to_array(replace(found::text, '''', ''), ' & ') as pieces from search_query(${title}) as found),
      near as (select i.* from incident i, asked where i.search @@ asked.words
        and ${condition(incident, incident.access.read, person)} ${not ? sql`and i.id <> ${not}` : sql``}
        order by i.id desc limit ${weighed})
      select near.id, near.number, near.title, near.state, near.resolution
      from near, asked, lateral (select count(*) as n from unnest(asked.pieces) as piece
        where piece = any(tsvector_to_array(near.search))) as shared
      where shared.n >= ${alike}::float8 * cardinality(asked.pieces) order by shared.n desc, near.id desc limit ${most}`.execute(
      db,
    )
    return { items: rows }
  },
})
