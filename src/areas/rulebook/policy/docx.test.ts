import { expect, it } from 'vitest'
import { readDocument } from './document.rules.ts'
import { docxOf, numberedDocx } from './docx.testing.ts'
import { docxLines } from './server/docx.ts'

it('reads numbers that the word processor draws, from the style or the list, and not what was deleted', async () => {
  const lines = await docxLines(numberedDocx())
  expect(lines).toEqual([
    '口令管理办法',
    '第一条 口令不外借。',
    '第二条 口令应当更换:',
    '(一) 入职时;',
    '(二) 泄露时。',
    '第三条 违者处理。',
  ])
  expect(readDocument(lines).clauses.map(({ key, text }) => [key, text])).toEqual([
    ['1', '口令不外借。'],
    ['2', '口令应当更换:\n(一) 入职时;\n(二) 泄露时。'],
    ['3', '违者处理。'],
  ])
})

it('refuses an archive that is no document', async () => {
  await expect(docxLines(docxOf({ 'xl/workbook.xml': '<x/>' }))).rejects.toMatchObject({ code: 'invalid' })
})
