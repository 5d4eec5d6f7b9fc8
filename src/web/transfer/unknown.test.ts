import { expect, it } from 'vitest'
import { registry } from '../../app/records.ts'
import { askedOf, firstOffer, keyOfName, sentOf } from './unknown.ts'

const rack = {
  record: 'location',
  text: '北京/A01',
  rows: 3,
  values: { name: 'A01', code: '北京/A01', kind: 'rack', parent: '北京' },
  like: [],
}
const somebody = {
  record: 'person',
  text: '王强',
  rows: 1,
  values: { name: '王强', employeeNo: '王强' },
  like: [{ id: 'p1', number: 'PER-1', label: '王强强' }],
}

it('offers to make what one may make, else who is called alike, else nothing', () => {
  expect(firstOffer(rack, true)).toEqual({ as: 'make', values: rack.values })
  expect(firstOffer(somebody, false)).toMatchObject({ as: 'same', same: 'p1' })
  expect(firstOffer(rack, false)).toMatchObject({ as: 'leave' })
})

it('asks for the name first, then for what must be given and what is proposed', () => {
  expect(askedOf(registry.get('location').record, rack)).toEqual(['name', 'code', 'kind', 'parent'])
  expect(askedOf(registry.get('person').record, somebody)).toEqual(['name', 'employeeNo'])
})

it('says what was decided, and nothing of what was left', () => {
  const settled = new Map([
    [keyOfName(rack), { as: 'make' as const, values: rack.values }],
    [keyOfName(somebody), { as: 'empty' as const, values: {} }],
  ])
  expect(sentOf([rack, somebody, { ...rack, text: 'other' }], settled)).toEqual([
    { record: 'location', text: '北京/A01', make: rack.values },
    { record: 'person', text: '王强' },
  ])
})
