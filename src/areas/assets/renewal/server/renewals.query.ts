import { dayAway, monthsAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { staff } from '../../keepers.rules.ts'
import { type Renewal, renewalsShape } from '../shape.rules.ts'
import { contractsEnding, licencesEnding, most, supportEnding, type Window, warrantiesEnding } from './ending.ts'

/** Contracts and entitlements that are over, and that nobody has decided about, are shown for so long. */
const daysBehind = 60

export const renewals = query({
  path: '/api/renewals',
  allow: staff,
  summary: 'What runs out when: contracts, entitlements of licences, warranties by model and month, makers’ support.',
  input: z.strictObject({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  output: renewalsShape.extend({ refs: refsSchema }),
  async run(at, { months }) {
    const { today } = at.person
    const ahead: Window = { at, from: today, to: monthsAway(today, months) }
    const behindToo: Window = { ...ahead, from: dayAway(today, -daysBehind) }
    const found = await Promise.all([
      contractsEnding(behindToo),
      licencesEnding(behindToo),
      warrantiesEnding(ahead),
      supportEnding(ahead),
    ])
    const items = found.flat().sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0))
    const ids = (name: 'owner' | 'supplier') => new Set(items.flatMap((one: Renewal) => one[name] ?? []))
    return {
      from: behindToo.from,
      to: ahead.to,
      today,
      items,
      more: found.some(({ length }) => length === most),
      refs: await lookUp(
        at.engine,
        at.person,
        new Map([
          ['person', ids('owner')],
          ['supplier', ids('supplier')],
        ]),
      ),
    }
  },
})
