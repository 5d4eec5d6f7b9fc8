import { expect, it } from 'vitest'
import { mayShow, mediaTypeOf } from './media.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('黄金', 'utf16le')])

it.each<[string, string | Buffer, string, string, boolean]>([
  ['a picture', png, 'x.png', 'image/png', true],
  ['a picture that calls itself a text', png, 'x.txt', 'image/png', true],
  ['a page that calls itself a picture', '<!DOCTYPE html><script>alert(1)</script>', 'x.png', 'text/html', false],
  ['a page that begins late', `${' '.repeat(5000)}<ScRiPt>alert(1)</script>`, 'x.jpg', 'text/html', false],
  [
    'a drawing with a script',
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    'x.svg',
    'image/svg+xml',
    false,
  ],
  ['a drawing behind a prolog', '<?xml version="1.0"?><!-- a --><svg/>', 'x.png', 'image/svg+xml', false],
  ['other XML', '<?xml version="1.0"?><a/>', 'x.xml', 'application/xml', false],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'x', 'application/pdf', true],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'x.pdf', 'application/x-msdownload', false],
  ['words', '黄金交易终端无法登录', 'x.png', 'text/plain', false],
  ['words in GBK', Buffer.from([0xbb, 0xc6, 0xbd, 0xf0]), 'x', 'text/plain', false],
  ['words in UTF-16', utf16, 'x', 'text/plain', false],
  ['words cut within a letter', Buffer.from('黄金').subarray(0, 5), 'x', 'text/plain', false],
  ['a table', '编号,名称\n1,网关\n2,行情\n', 'x.csv', 'text/csv', false],
  ['a table in name only', '没有分隔\n', 'x.csv', 'text/plain', false],
  ['bytes that mean nothing', Buffer.from([1, 2, 3, 0, 255, 254]), 'x.gif', 'application/octet-stream', false],
  [
    'a picture and a page at once',
    Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]),
    'x.html',
    'image/png',
    true,
  ],
])('knows %s by its bytes', async (_what, bytes, name, type, isShown) => {
  expect(await mediaTypeOf(Buffer.from(bytes), name)).toBe(type)
  expect(mayShow(type)).toBe(isShown)
})
