import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionOf } from '../../../record/mention.ts'
import { differenceOf } from './difference.ts'
import { draftOf, emptyDraft, keptOf, nameFor } from './draft.ts'

const li = { id: '01990000-0000-7000-8000-000000000001', name: '李明' }
const liYuan = { id: '01990000-0000-7000-8000-000000000002', name: '李明远' }
const namesake = { id: '01990000-0000-7000-8000-000000000003', name: '李明' }

describe('a comment as it is typed', () => {
  it('shows names alone, and is sent with whom they mean', () => {
    const kept = `请 ${mentionOf(li)} 和 ${mentionOf(liYuan)} 看`
    const draft = draftOf(kept)
    expect(draft.text).toBe('请 @李明 和 @李明远 看')
    expect(keptOf(draft)).toBe(kept)
    expect(keptOf({ ...draft, text: '改由 @李明远处理,不是 @王五' })).toBe(`改由 ${mentionOf(liYuan)}处理,不是 @王五`)
  })

  it('tells namesakes apart', () => {
    const { people, text } = draftOf(`${mentionOf(li)} ${mentionOf(namesake)}`)
    expect(text).toBe('@李明 @李明-2')
    expect([...people.values()]).toEqual([li.id, namesake.id])
    expect(nameFor(namesake, people)).toBe('李明-2')
  })

  it('takes no name for a pattern', () => {
    const odd = { id: li.id, name: 'A.B (x)' }
    expect(keptOf({ text: 'see @A.B (x), not @AxB (x)', people: new Map([[odd.name, odd.id]]) })).toBe(
      `see ${mentionOf(odd)}, not @AxB (x)`,
    )
    expect(keptOf({ ...emptyDraft, text: '  plain  ' })).toBe('plain')
  })
})

describe('the difference of two wordings', () => {
  const told = (a: string, b: string) =>
    differenceOf(a, b).map(({ text, kind }) => (kind === 'same' ? text : kind === 'gone' ? `-${text}-` : `+${text}+`))

  it('is by words, and in Chinese by characters', () => {
    expect(told('restart the gateway', 'restart the bank gateway')).toEqual(['restart the ', '+bank +', 'gateway'])
    expect(told('已重启网关', '已切换网关。')).toEqual(['已', '-重启-', '+切换+', '网关', '+。+'])
    expect(told('同', '同')).toEqual(['同'])
    expect(told('', 'new')).toEqual(['+new+'])
  })

  it('loses nothing of either, however they differ', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bb', ' ', '网', '关', '\n', '🙂'), { maxLength: 30 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = differenceOf(a, b)
        const without = (kind: string) => pieces.filter((one) => one.kind !== kind).map((one) => one.text)
        expect(without('new').join('')).toBe(a)
        expect(without('gone').join('')).toBe(b)
      }),
    )
  })

  it('of long texts is told at once', () => {
    const [a, b] = ['甲'.repeat(9_999), '乙'.repeat(9_999)]
    expect(differenceOf(`始${a}终`, `始${b}终`).map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same'])
  })
})
