import { expect, it } from 'vitest'
import { Refusal } from '../../record/problem.ts'
import { sampleLine } from '../../testing/sample.ts'
import type { Tx } from '../tx.ts'
import { createAll } from './create-all.ts'

const refused = new Refusal('conflict', ['不行。', 'No.'])
const putting = (...answers: unknown[]) => ({ putMany: async () => answers }) as unknown as Tx

it('answers with what was made, in the order in which it was asked for', async () => {
  const made = await createAll(putting({ id: 'a' }, { id: 'b' }), sampleLine, [{ text: '一' }, { text: '二' }])
  expect(made).toEqual([{ id: 'a' }, { id: 'b' }])
})

it('throws where one is refused, so that its transaction keeps none', async () => {
  const all = createAll(putting({ id: 'a' }, refused), sampleLine, [{ text: '一' }, { text: '二' }])
  await expect(all).rejects.toBe(refused)
})
