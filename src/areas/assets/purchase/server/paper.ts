import '../../server/tables.ts'
import Excel from 'exceljs'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import { firmName } from '../../../../platform/settings/house.ts'
import { takenBy } from '../../../../platform/transfer/export/file.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPdf, endPdf, ink } from '../../../../platform/transfer/export/pdf.ts'
import { pageOn } from '../../../../platform/transfer/export/pdf-page.ts'
import { cellValue, sheetName } from '../../../../platform/transfer/export/xlsx.ts'
import { wallText } from '../../../../platform/transfer/wall.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { say as inLang, type Words } from '../../../../record/words.ts'
import { capitals, fenOf, moneyText, yuanOf } from '../money.rules.ts'
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
    const { lang } = reader.telling
    const page = pageOn(beginPdf(out, `${row.number} ${say(title)}`, lang, 'portrait'))
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
    const { engine, person } = reader
    const at = wallText(reader.telling.wall, engine.clock.now()).slice(0, 16)
    endPdf(page.pdf, `${row.number} · ${takenBy(engine, person)} · ${at}`, lang)
  },

  async xlsx(out, row, reader) {
    const { say, title, facts } = await telling(row, reader)
    const { lang } = reader.telling
    const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
    const sheet = book.addWorksheet(sheetName(say(title)))
    sheet.columns = [8, 40, 12, 14, 10, 16, 14, 16].map((width) => ({ width }))
    const add = (cells: readonly (string | number)[]) =>
      sheet
        .addRow(cells.map((cell) => (typeof cell === 'string' ? cellValue({ is: 'text', text: cell }, lang) : cell)))
        .commit()
    add([say(title), row.number])
    for (const [label, text] of facts) if (text) add([say(label), text])
    add(heads(say))
    for (const [n, line] of (row.lines ?? []).entries()) {
      const { net, tax, gross } = lineFen(line)
      add([n + 1, line.what, line.quantity, line.unitPrice, line.taxRate, yuanOf(net), yuanOf(tax), yuanOf(gross)])
    }
    add([say(words.total), '', '', '', '', '', '', totalOf(row.lines ?? [])])
    await book.commit()
  },
}

type Say = (pair: Words) => string

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
async function telling(row: Row, { engine, person, telling }: Reader) {
  const say: Say = (pair) => inLang(pair, telling.lang)
  const refs = await refsOf(engine, purchase, person, [row as unknown as AnyRow])
  const quotes = row.quotes ?? []
  const suppliers = await lookUp(engine, person, new Map([['supplier', new Set(quotes.map((one) => one.supplier))]]))
  const name = (id: string | null) => (id === null ? '' : (refs[id]?.label ?? '—'))
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
    [words.supplier, name(row.supplier)],
    [words.creditCode, supplier?.creditCode ?? ''],
    [words.contact, reach],
    [words.orderedAt, row.orderedAt ? wallText(telling.wall, row.orderedAt).slice(0, 10) : ''],
    [words.orderedBy, name(row.orderedBy)],
    [words.requester, isOrder ? '' : name(row.requester)],
    [words.department, isOrder ? '' : name(row.department)],
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
