import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Classification,
  isEnough,
  leastFor,
  media,
  methodOf,
  methods,
  techniqueFaults,
  techniques,
  techniquesFor,
} from './sanitise.rules.ts'

const classifications = Object.keys(leastFor) as Classification[]
const some = fc.record({
  medium: fc.constantFrom(...media),
  technique: fc.constantFrom(...techniques),
  classification: fc.constantFrom(...classifications),
})
const codesOf = (...given: Parameters<typeof techniqueFaults>) => techniqueFaults(...given).map(({ code }) => code)

describe('how a medium is sanitised (NIST SP 800-88)', () => {
  it('destroys what is secret, purges or destroys what is sensitive or leaves the firm, and clears at least what is public', () => {
    const enough = (classification: Classification) => methods.filter((one) => isEnough(one, classification))
    expect(classifications.map((one) => [one, enough(one)])).toEqual([
      ['public', ['clear', 'purge', 'destroy']],
      ['internal', ['purge', 'destroy']],
      ['sensitive', ['purge', 'destroy']],
      ['secret', ['destroy']],
    ])
  })

  it('knows that a magnetic field does nothing to flash, and that a disc is only ever destroyed', () => {
    expect(codesOf('ssd', 'degauss', 'public')).toEqual(['no-effect'])
    expect(codesOf('hdd', 'degauss', 'sensitive')).toEqual([])
    expect(techniquesFor('optical', 'public').map(methodOf)).toEqual(['destroy', 'destroy', 'destroy'])
    expect(codesOf('hdd', 'overwrite', 'sensitive')).toEqual(['too-little'])
    expect(codesOf('hdd', 'secure-erase', 'secret')).toEqual(['too-little'])
  })

  it('offers for every medium and classification something that serves, and nothing that is refused', () => {
    fc.assert(
      fc.property(some, ({ medium, technique, classification }) => {
        const offered = techniquesFor(medium, classification)
        expect(offered.length).toBeGreaterThan(0)
        expect(offered.includes(technique)).toBe(techniqueFaults(medium, technique, classification).length === 0)
      }),
    )
  })

  it('takes for more delicate data no more techniques than for less', () => {
    for (const medium of media) {
      const counts = classifications.map((one) => techniquesFor(medium, one).length)
      expect([...counts].sort((a, b) => b - a)).toEqual(counts)
    }
  })
})
