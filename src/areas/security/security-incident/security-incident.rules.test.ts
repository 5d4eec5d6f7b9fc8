import { expect, it } from 'vitest'
import { gradeDueAt, readersOf, reportText } from './security-incident.rules.ts'

it('is to be graded half an hour after it was declared', () =>
  expect(gradeDueAt('2026-11-24T01:50:00.000Z')).toBe('2026-11-24T02:20:00.000Z'))

it('is read by its owner and those named, each once and in one order', () => {
  expect(readersOf({ owner: 'b', named: ['c', 'a', 'b'] })).toEqual(['a', 'b', 'c'])
  expect(readersOf({ owner: 'b', named: [] })).toEqual(['b'])
})

it('draws up a report from what is known, and says of the rest that it is being looked into', () => {
  const about = { number: 'SEC-202611-0001', title: '钓鱼邮件', kind: '钓鱼与诈骗', gravity: '较大' }
  const text = reportText({
    ...about,
    ...{ foundAt: '2026-11-24 10:05', components: ['邮件网关', '报单网关'] },
    ...{ dataAffected: '一个邮箱', peopleAffected: null, gradeReason: null },
  })
  expect(text).toContain('钓鱼邮件(编号 SEC-202611-0001)')
  expect(text).toContain('邮件网关、报单网关')
  expect(text).toContain('受影响的数据:一个邮箱')
  expect(text).toContain('受影响的人员:正在核实')
})
