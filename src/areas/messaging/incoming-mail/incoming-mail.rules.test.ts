import { describe, expect, it } from 'vitest'
import { buildRegistry } from '../../../record/registry.ts'
import { sample, sampleArea } from '../../../testing/sample.ts'
import { organisation } from '../../organisation/organisation.area.ts'
import { clipped, decide, type Facts, fitted, mostLately, numbersIn } from './incoming-mail.rules.ts'

const registry = buildRegistry([organisation, sampleArea])

const facts = (some: Partial<Facts>): Facts => ({
  automatic: null,
  sender: 'person',
  authentic: true,
  duplicate: false,
  lately: 0,
  about: null,
  outsiders: false,
  released: false,
  ...some,
})

describe('what becomes of a mail', () => {
  it.each<[Partial<Facts>, string, string]>([
    [{}, 'make', 'new'],
    [{ about: 'reply' }, 'post', 'reply'],
    [{ about: 'number' }, 'post', 'number'],
    [{ sender: 'outsider' }, 'put-aside', 'outsider'],
    [{ sender: 'outsider', outsiders: true }, 'make', 'new'],
    [{ sender: 'outsider', outsiders: true, about: 'number' }, 'put-aside', 'outsider-reply'],
    [{ sender: 'nobody', outsiders: true }, 'put-aside', 'no-sender'],
    [{ authentic: false, about: 'reply' }, 'put-aside', 'unauthentic'],
    [{ lately: mostLately }, 'put-aside', 'too-many'],
    [{ duplicate: true, sender: 'outsider' }, 'ignore', 'duplicate'],
    [{ released: true, sender: 'outsider', authentic: false, about: 'reply', lately: 99 }, 'post', 'reply'],
    [{ released: true, sender: 'nobody' }, 'make', 'new'],
    [{ automatic: 'report', released: true, about: 'reply' }, 'ignore', 'report'],
  ])('%j: %s, %s', (some, act, why) => expect(decide(facts(some))).toEqual({ do: act, why }))
})

describe('a number in a subject', () => {
  const found = (subject: string) => numbersIn(subject, registry).map(({ number }) => number)

  it('is one in brackets, of a kind that there is and that may be answered', () => {
    expect(found('Re: [SMP-202611-0001] ok 【smp-202611-12345】')).toEqual(['SMP-202611-0001', 'SMP-202611-12345'])
    expect(found('[SMP-202611-0001')).toEqual([])
    expect(found('SMP-202611-0001 ok')).toEqual([])
    expect(found('[XYZ-202611-0001] [SML-202611-0001]')).toEqual([])
  })
})

describe('a text put into a field', () => {
  it('is one line where the field is, fits, and is never half a letter', () => {
    expect(fitted(sample, 'title', ' 一\n二 ')).toBe('一 二')
    expect(fitted(sample, 'title', '🙂'.repeat(40))).toBe(`${'🙂'.repeat(19)}…`)
    expect(clipped('🙂🙂🙂', 4)).toBe('🙂…')
  })

  it('is nothing where there may be nothing, and a dash where there must be something', () => {
    expect(fitted(sample, 'body', ' \n ')).toBeNull()
    expect(fitted(sample, 'title', '')).toBe('—')
  })
})
