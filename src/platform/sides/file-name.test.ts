import { expect, it } from 'vitest'
import { cleanName, disposition } from './file-name.ts'

it.each([
  ['a path upwards', '../../etc/x', 'x'],
  ['a path of Windows', 'C:\\Users\\li\\报告.docx', '报告.docx'],
  ['a path that ends with nothing', '../../', 'file'],
  ['only dots', '...', 'file'],
  ['nothing', '', 'file'],
  ['a zero byte', 'x.png\u0000.exe', 'x.png.exe'],
  ['a line break, as for a header of one’s own', 'x\r\nSet-Cookie: a=b.txt', 'xSet-Cookie_ a=b.txt'],
  ['letters turned about', 'photo\u202egnp.exe', 'photognp.exe'],
  ['isolates and joiners', '\u2066a\u2069\u200b\u200db\ufeff.txt', 'ab.txt'],
  ['a device', 'CON', '_CON'],
  ['a device with an ending', 'com1.txt', '_com1.txt'],
  ['a device with a raised figure', 'LPT¹.log', '_LPT¹.log'],
  ['no device after all', 'console.log', 'console.log'],
  ['signs a file system reads', 'a<b>c:d"e|f?g*.txt', 'a_b_c_d_e_f_g_.txt'],
  ['two endings', '发票.pdf.exe', '发票.pdf.exe'],
  ['an ending of spaces and dots', 'x.exe . .', 'x.exe'],
  ['half a letter', 'a\ud800b.txt', 'ab.txt'],
  ['a letter in two parts', 'e\u0301.txt', 'é.txt'],
  ['a name as people give it', '2026年11月 报单网关 日志 (1).log', '2026年11月 报单网关 日志 (1).log'],
])('cleans %s', (_what, given, name) => {
  expect(cleanName(given)).toBe(name)
})

it('cuts a name that is too long, and keeps its ending', () => {
  const name = cleanName(`${'长'.repeat(400)}.tar.gz`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  expect(name).toMatch(/^长+.*\.gz$/)
  expect(Buffer.byteLength(cleanName('😀'.repeat(400)))).toBe(200)
})

it('says a name in a header so that old and new readers understand it, and nothing breaks out of it', () => {
  expect(disposition('attachment', '故障 "1"%.png')).toBe(
    `attachment; filename="__ _1__.png"; filename*=UTF-8''%E6%95%85%E9%9A%9C%20%221%22%25.png`,
  )
  expect(disposition('inline', "it's (a) *.pdf")).toBe(
    `inline; filename="it's (a) *.pdf"; filename*=UTF-8''it%27s%20%28a%29%20%2A.pdf`,
  )
})
