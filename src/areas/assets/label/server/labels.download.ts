import '../../server/tables.ts'
import { z } from 'zod'
import { download } from '../../../../platform/area.ts'
import { askedOf, type FilterInput, sortedSchema } from '../../../../platform/http/list-query.ts'
import { withRows } from '../../../../platform/transfer/export/rows.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { say, type Words } from '../../../../record/words.ts'
import { asset } from '../../asset/asset.record.ts'
import { codes, placesOn, type StockCode, stockCodes, stocks } from '../label.rules.ts'
import { type Labelled, labelSheets } from './sheet.ts'

const mostLabels = 2_000
const title: Words = ['资产标签', 'Asset labels']

/** Labels of the assets that a list means, or of those named by `ids`, in the list's order. */
export const assetLabels = download({
  path: '/api/assets/labels',
  allow: everyone,
  summary: 'Labels of assets as a PDF, exact in millimetres: on A4 sheets from a chosen place on, or on tape',
  type: 'application/pdf',
  input: sortedSchema(asset, {
    stock: z.enum(stockCodes).default('a4-24'),
    code: z.enum(codes).default('both'),
    start: z.coerce.number().int().min(1).max(65).default(1),
    ids: z.string().min(1).max(10_000).optional(),
  }),
  async run({ engine, person, lang, origin }, given) {
    const { stock, code, start, ids, sort, ...filter } = given as FilterInput & Asked
    if (start > placesOn(stocks[stock])) throw invalid([noSuchPlace(placesOn(stocks[stock]))])
    const asked = askedOf(engine, filter)
    const filters = ids ? { ...asked.filters, id: ids.split(',') } : asked.filters
    const labels: Labelled[] = []
    await withRows(engine, asset, person, { ...asked, filters, sort }, async (handfuls) => {
      for await (const { rows } of handfuls) {
        for (const row of rows) {
          const { tag, name, serial, number } = row as unknown as Row
          labels.push({ tag, name, address: `${origin}/assets/${number}`, more: serial ? `SN ${serial}` : '' })
        }
        if (labels.length > mostLabels) throw tooMany()
      }
    })
    if (labels.length === 0) throw none()
    return {
      name: `${say(title, lang)} ${labels.length}.pdf`,
      bytes: await labelSheets(labels, { stock, code, start }, say(title, lang), lang),
    }
  },
})

interface Asked {
  readonly stock: StockCode
  readonly code: (typeof codes)[number]
  readonly start: number
  readonly ids?: string
  readonly sort: string
}

interface Row {
  readonly tag: string
  readonly name: string
  readonly serial: string | null
  readonly number: string
}

const noSuchPlace = (most: number) =>
  fault('start', 'too-big', `每张只有 ${most} 格。`, `There are only ${most} places on a sheet.`)

const tooMany = () =>
  invalid([
    fault(
      '',
      'too-much',
      `一次最多 ${mostLabels} 张标签,请缩小范围。`,
      `At most ${mostLabels} labels at once; narrow the list.`,
    ),
  ])

const none = () => invalid([fault('', 'nothing', '没有要打印标签的资产。', 'There is no asset to label.')])
