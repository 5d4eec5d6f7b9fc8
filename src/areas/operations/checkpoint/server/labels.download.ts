import { z } from 'zod'
import { download } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { say, type Words } from '../../../../record/words.ts'
import { labelSheets } from '../../../assets/assets.api.ts'
import { patrolRoute } from '../../patrol-route/patrol-route.record.ts'
import '../../server/tables.ts'

const title: Words = ['巡检点标签', 'Checkpoint labels']

/** Labels of a route's checkpoints, to be put up where they are. */
export const checkpointLabels = download({
  path: '/api/patrol-routes/:id/labels',
  allow: everyone,
  summary: 'Labels of the checkpoints of a route as a PDF, fourteen on a sheet of A4',
  type: 'application/pdf',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  async run({ db, person, lang, origin }, { id }) {
    const route = await readItem(db, patrolRoute, person, id)
    const rows = await db
      .selectFrom('checkpoint')
      .select(['number', 'position', 'name', 'nameEn'])
      .where('route', '=', route.id)
      .where('state', '=', 'in-use')
      .orderBy('position')
      .execute()
    if (rows.length === 0)
      throw invalid([fault('', 'nothing', '路线上还没有巡检点。', 'The route has no checkpoints yet.')])
    const labels = rows.map(({ number, position, name, nameEn }) => ({
      tag: `${position} · ${lang === 'en' ? (nameEn ?? name) : name}`,
      name: String(route['name']),
      address: `${origin}/checkpoints/${number}`,
      more: number,
    }))
    return {
      name: `${say(title, lang)} ${route.number}.pdf`,
      bytes: await labelSheets(labels, { stock: 'a4-14', code: 'qr', start: 1 }, say(title, lang), lang),
    }
  },
})
