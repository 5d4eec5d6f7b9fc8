import { expect, test } from 'vitest'
import type { Row } from '../client/types.ts'
import { spoken } from './spoken.ts'

const row = {
  id: '1',
  number: 'RUN-1',
  title: '开市启动',
  titleEn: 'Opening',
  text: '内容',
  textEn: null,
} as unknown as Row

test('English reads the English text where there is one, Chinese the Chinese', () => {
  expect(spoken(row, 'en')).toMatchObject({ title: 'Opening', text: '内容', number: 'RUN-1' })
  expect(spoken(row, 'zh')).toBe(row)
})

test('a row without a second language stays as it is', () => {
  const plain = { id: '1', number: 'INC-1', title: '行情慢', seen: 'En' } as unknown as Row
  expect(spoken(plain, 'en')).toBe(plain)
})
