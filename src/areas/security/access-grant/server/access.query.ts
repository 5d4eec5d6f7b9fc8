import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { readCursor, writeCursor } from '../../../../platform/read/cursor.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { everyone } from '../../../../record/rule.ts'
import { instantOn } from '../access.rules.ts'
import { accessGrant } from '../access-grant.record.ts'
import { grantKinds } from '../access-grant.rules.ts'

const pageSize = 200

const item = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(accessGrant.states as [string, ...string[]]),
  person: z.uuid(),
  system: z.uuid(),
  accessRight: z.uuid(),
  privileged: z.boolean(),
  kind: z.enum(grantKinds),
  reason: z.string(),
  account: z.string().nullable(),
  extra: z.boolean(),
  conflicts: z.boolean(),
  approvedBy: z.uuid().nullable(),
  grantedAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})

/** Who can do what, both ways: of a person, of a system, of a right, on any day. */
export const whoCanDoWhat = query({
  path: '/api/access',
  allow: everyone,
  summary:
    'Who could do what at the end of a day (or can now): of a person, a system or a right, with the grant, why and until when',
  input: z.strictObject({
    person: z.uuid().optional(),
    system: z.uuid().optional(),
    right: z.uuid().optional(),
    on: z.iso.date().optional(),
    after: z.string().max(400).optional(),
  }),
  output: z.object({
    /** The instant that is looked at. */
    at: z.iso.datetime(),
    items: z.array(item),
    next: z.string().nullable(),
    refs: refsSchema,
  }),
  async run({ db, engine, person: reader, now }, { person, system, right, on, after }) {
    const at = instantOn(on, now, engine.zone)
    const from = after === undefined ? null : readCursor(after, 'access', (value) => value === null).id
    const { rows } = await sql<z.output<typeof item>>`
      select id, number, state, person, system, access_right,
        (select r.privileged from access_right r where r.id = access_right) as privileged,
        kind, reason, account, extra, cardinality(conflicts_with) > 0 as conflicts, approved_by, granted_at, ends_at, ended_at
      from access_grant
      where granted_at <= ${at} and (ended_at is null or ended_at > ${at})
        and (${person ?? null}::uuid is null or person = ${person ?? null}::uuid)
        and (${system ?? null}::uuid is null or system = ${system ?? null}::uuid)
        and (${right ?? null}::uuid is null or access_right = ${right ?? null}::uuid)
        and (${from}::uuid is null or id > ${from}::uuid)
        and ${condition(accessGrant, accessGrant.access.read, reader)}
      order by id limit ${pageSize + 1}`.execute(db)
    const items = rows.slice(0, pageSize)
    const last = rows.length > pageSize ? items.at(-1) : undefined
    const ids = (of: (one: (typeof items)[number]) => string | null) => new Set(items.flatMap((one) => of(one) ?? []))
    const wanted = new Map([
      ['person', new Set([...ids((one) => one.person), ...ids((one) => one.approvedBy)])],
      ['access-system', ids((one) => one.system)],
      ['access-right', ids((one) => one.accessRight)],
    ])
    return {
      at,
      items,
      next: last ? writeCursor({ sort: 'access', value: null, id: last.id }) : null,
      refs: await lookUp(engine, reader, wanted),
    }
  },
})
