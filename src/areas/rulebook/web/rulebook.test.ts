import { expect, it } from 'vitest'
import type { ControlState } from '../control/state.rules.ts'
import { type AttestationShown, type ClauseShown, type ControlShown, stateOfClause } from './rulebook.ts'

const controls = new Map(
  (['broken', 'no-evidence', 'excepted', 'kept'] as const).map((state): [string, ControlShown] => [
    state,
    {
      id: state,
      title: ['', ''],
      area: 'governance',
      state,
      since: null,
      anew: null,
      own: null,
      ok: 0,
      bad: 0,
      excepted: 0,
      unknown: 0,
    },
  ]),
)
const clause = (named: readonly ControlState[], said?: AttestationShown['state']): ClauseShown => ({
  ...{ key: '1', heading: '', headingEn: null, text: '', textEn: null, who: null, when: null, controls: named },
  attestation: said ? { number: null, state: said, dueOn: '2026-12-01', outUntil: null } : null,
})
const state = (named: readonly ControlState[], said?: AttestationShown['state']) =>
  stateOfClause(clause(named, said), controls)

it('stands as the worst of its controls, and uncovered where it names none', () => {
  expect(state(['kept', 'excepted'])).toBe('excepted')
  expect(state([])).toBe('uncovered')
})

it('is attested and never kept where only a person says so', () => expect(state([], 'attested')).toBe('attested'))

it('has no evidence where what a person says is due, stale or on its way out', () => {
  for (const said of ['due', 'stale', 'out-asked'] as const) {
    expect(state([], said)).toBe('no-evidence')
    expect(state(['kept'], said)).toBe('no-evidence')
  }
})

it('stays broken whatever a person says of it', () => {
  expect(state(['broken'], 'attested')).toBe('broken')
  expect(state(['broken'], 'stale')).toBe('broken')
})

it('is out of scope where two people say so', () => expect(state(['broken'], 'out-of-scope')).toBe('out-of-scope'))
