import '../../server/tables.ts'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import { firmName } from '../../../../platform/settings/house.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import {
  beginPaper,
  endPaper,
  paperBook,
  type Say,
  speechOf,
} from '../../../../platform/transfer/export/paper-parts.ts'
import { ink } from '../../../../platform/transfer/export/pdf.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { capitals, fenOf, moneyText, yuanOf } from '../../money.rules.ts'
import { paperWords as words } from '../paper.words.ts'
import { purchase } from '../purchase.record.ts'
import { lineFen, totalOf } from '../purchase.rules.ts'
import { purchaseWords } from '../purchase.words.ts'

type Row = RowOf<typeof purchase>

const ordered = ['ordered', 'partly-received', 'received', 'paid']

/** A purchase as it goes to the supplier once it is ordered, and before as it goes to those who agree to it. */
export const purchasePaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const told = await telling(row, reader)
    const { say, title } = told
    const page = beginPaper(out, `${row.number} ${say(title)}`, reader)
    page.small(`${row.number}  ${say(purchaseWords.states[row.state])}`)
    page.title(`${say(title)}  ${row.title}`)
    for (const [label, text] of told.facts) if (text) page.pair(say(label), text)
    if (row.lines?.length) {
      page.heading(say(words.lines))
      page.table(heads(say), [1, 6, 2, 3, 2, 3, 3, 3], lineCells(row, say))
      page.pair(say(words.total), `¥ ${moneyText(row.total)}`)
      page.pair(say(words.inWords), capitals(fenOf(row.total)))
    }
    if (told.isOrder) {
      page.room(90, (x, y, width) => {
        for (const [n, who] of [words.buyerSigns, words.supplierSigns].entries())
          for (const [i, text] of [who, words.date].entries())
            page.pdf
              .fontSize(10)
              .fillColor(ink)
              .text(say(text), x + (n * width) / 2, y + 24 + i * 36, { lineBreak: false })
      })
    } else {
      page.heading(say(words.reason))
      page.paragraph(row.reason)
      if (told.quotes.length > 0) {
        page.heading(say(words.quotes))
        page.table([words.supplier, words.amount, words.days, words.chosen].map(say), [6, 3, 2, 1], told.quotes)
      }
      if (row.choiceReason) page.pair(say(words.choiceReason), row.choiceReason)
    }
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, title, facts } = await telling(row, reader)
    const { book, sheet } = paperBook(out, reader)
    const lines = (row.lines ?? []).map((line, n) => {
      const { net, tax, gross } = lineFen(line)
      const { what, quantity, unitPrice, taxRate } = line
      return [n + 1, what, quantity, unitPrice, taxRate, yuanOf(net), yuanOf(tax), yuanOf(gross)]
    })
    sheet(
      title,
      [8, 40, 12, 14, 10, 16, 14, 16],
      [
        [say(title), row.number],
        ...facts.filter(([, text]) => text !== '').map(([label, text]) => [say(label), text]),
        heads(say),
        ...lines,
        [say(words.total), '', '', '', '', '', '', totalOf(row.lines ?? [])],
      ],
    )
    await book.commit()
  },
}

const heads = (say: Say): string[] =>
  [words.line, words.what, words.quantity, words.unitPrice, words.taxRate, words.net, words.tax, words.gross].map(say)

function lineCells({ lines }: Row, say: Say): string[][] {
  const all = lines.map(lineFen)
  const sum = (part: 'net' | 'tax' | 'gross') => moneyText(yuanOf(all.reduce((whole, one) => whole + one[part], 0)))
  return [
    ...lines.map((line, n) => {
      const { net, tax, gross } = lineFen(line)
      const warranty = line.warrantyMonths ? `\n${say(words.warranty)} ${line.warrantyMonths} ${say(words.months)}` : ''
      return [
        String(n + 1),
        `${line.what}${warranty}`,
        `${line.quantity}${line.unit ? ` ${line.unit}` : ''}`,
        moneyText(line.unitPrice),
        `${line.taxRate}%`,
        ...[net, tax, gross].map((fen) => moneyText(yuanOf(fen))),
      ]
    }),
    [say(words.total), '', '', '', '', sum('net'), sum('tax'), sum('gross')],
  ]
}

/** Names, dates and words as whoever takes it out reads them. */
async function telling(row: Row, reader: Reader) {
  const { engine, person } = reader
  const refs = await refsOf(engine, purchase, person, [row as unknown as AnyRow])
  const { say, when, name } = speechOf(reader, refs)
  const named = (id: string | null) => (id === null ? '' : name(id))
  const quotes = row.quotes ?? []
  const suppliers = await lookUp(engine, person, new Map([['supplier', new Set(quotes.map((one) => one.supplier))]]))
  const isOrder = ordered.includes(row.state)
  const firm = engine.settings.get(firmName)
  const supplier =
    row.supplier && refs[row.supplier]
      ? await engine.db
          .selectFrom('supplier')
          .select(['creditCode', 'contact', 'phone'])
          .where('id', '=', row.supplier)
          .executeTakeFirst()
      : undefined
  const reach = [supplier?.contact, supplier?.phone].filter(Boolean).join('  ')
  const facts: readonly (readonly [Words, string])[] = [
    [words.buyer, firm],
    [words.supplier, named(row.supplier)],
    [words.creditCode, supplier?.creditCode ?? ''],
    [words.contact, reach],
    [words.orderedAt, row.orderedAt ? when(row.orderedAt).slice(0, 10) : ''],
    [words.orderedBy, named(row.orderedBy)],
    [words.requester, isOrder ? '' : named(row.requester)],
    [words.department, isOrder ? '' : named(row.department)],
    [words.neededBy, row.neededBy ?? ''],
    [words.deliverTo, row.deliverTo ?? ''],
    [words.paymentTerms, row.paymentTerms ?? ''],
  ]
  return {
    say,
    isOrder,
    facts,
    title: isOrder ? words.order : words.application,
    quotes: quotes.map((one) => [
      suppliers[one.supplier]?.label ?? '—',
      moneyText(one.amount),
      one.days === null ? '—' : String(one.days),
      one.supplier === row.supplier ? '✓' : '',
    ]),
  }
}
