import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { listPage } from '../../../../platform/read/list.ts'
import { address } from '../../../../platform/settings/house.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import type { AnyRecord, AnyRow, RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import type { Lang } from '../../../../record/words.ts'
import { compose, type Template } from '../../server/compose.ts'
import { type Telling, whys } from '../../telling.rules.ts'
import { template } from '../template.record.ts'

const saidSchema = z.object({ subject: z.string(), text: z.string() })

export const previewTemplate = query({
  path: '/api/templates/:id/preview',
  allow: everyone,
  summary:
    'How a message by this template would read in both languages: of the record named, or the newest one may read.',
  input: z.strictObject({ id: z.string().max(64), number: z.string().max(40).optional() }),
  output: z.object({ of: z.string(), zh: saidSchema, en: saidSchema }),
  async run(at, { id, number }) {
    const row = (await readItem(at.db, template, at.person, id)) as unknown as RowOf<typeof template>
    const record = at.engine.registry.all.find((entry) => entry.record.name === row.record)?.record
    const about = await rowFor(at, record ?? at.engine.directory.record, number)
    const say = (lang: Lang) => said(at, row, record ?? at.engine.directory.record, about, lang)
    return { of: about.number, zh: await say('zh'), en: await say('en') }
  },
})

async function rowFor({ db, person }: Reading, record: AnyRecord, number: string | undefined): Promise<AnyRow> {
  if (number !== undefined) return readItem(db, record, person, number)
  const { items } = await listPage(db, record, person, { limit: 1, sort: '-createdAt', filters: {} } as never)
  if (items[0]) return items[0]
  throw invalid([
    fault('number', 'nothing-to-show', '还没有这类记录可供预览。', 'There is no such record yet to show it with.'),
  ])
}

async function said({ engine, person, now }: Reading, row: Template, record: AnyRecord, about: AnyRow, lang: Lang) {
  const why = whys.find((one) => one === row.act) ?? 'watched'
  const telling: Telling = {
    why,
    key: 'preview',
    record: record.name,
    id: about.id,
    verb: row.act !== null && row.act !== why ? row.act : 'update',
    at: now,
    by: person.id,
    byName: person.name,
    changes: { [record.label]: ['…', about[record.label]] },
    people: [],
  }
  const matter = { telling, record, row: about, comment: null, address: engine.settings.get(address) }
  const { subject, text } = await compose(engine, [{ ...row, record: null, act: null }], matter, {
    person,
    lang,
    inPublic: false,
  })
  return { subject, text }
}
