import { expect, it } from 'vitest'
import { mentionedIn, mentionOf, partsOf, renamed } from './mention.ts'

const chen = { id: '0199a000-0000-7000-8000-000000000001', name: '陈志远' }
const wang = { id: '0199a000-0000-7000-8000-000000000002', name: 'Wang' }

it('finds the persons named in a text, and leaves its words as they are', () => {
  const text = `${mentionOf(chen)}请看,${mentionOf(wang)} 与 ${mentionOf(chen)}。`
  expect(partsOf(text)).toEqual([chen, '请看,', wang, ' 与 ', chen, '。'])
  expect(mentionedIn(text)).toEqual([chen.id, wang.id])
})

it.each(['x@example.com', '@陈志远', '@[陈志远](person:nobody)', '@[a](http://example.com)', '@[](person:x)', ''])(
  'takes %j as words',
  (text) => {
    expect(mentionedIn(text)).toEqual([])
    expect(partsOf(text).join('')).toBe(text)
  },
)

it('names a person by who they are, whatever the text called them', () => {
  const forged = mentionOf({ id: wang.id, name: '总经理' })
  expect(renamed(`${forged}已同意`, () => '王丽娟')).toBe(`${mentionOf({ id: wang.id, name: '王丽娟' })}已同意`)
  expect(renamed(forged, () => undefined)).toBe('@总经理')
})

it('keeps a name with brackets whole', () => {
  const odd = { id: chen.id, name: 'A] [B' }
  expect(partsOf(mentionOf(odd))).toEqual([{ id: chen.id, name: 'A   B' }])
})
