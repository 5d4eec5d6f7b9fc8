import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import { dutySwap } from '../duty-swap.record.ts'
import { wouldBreak } from './swap.behaviour.ts'

export const swapEffect = query({
  path: '/api/duty-swaps/:id/effect',
  allow: everyone,
  summary: 'The holes and broken rules that a swap would bring, each to the minute',
  input: z.object({ id: z.string() }),
  output: z.object({ breaks: z.array(z.object({ kind: z.string(), text: z.tuple([z.string(), z.string()]) })) }),
  async run({ db, person }, { id }) {
    const row = (await readItem(db, dutySwap, person, id)) as unknown as Parameters<typeof wouldBreak>[1]
    const found = await wouldBreak({ db }, row)
    return { breaks: found.map(({ code, text }) => ({ kind: code, text: [text[0], text[1]] as [string, string] })) }
  },
})
