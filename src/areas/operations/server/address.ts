import './tables.ts'
import { z } from 'zod'
import { action } from '../../../platform/behaviour.ts'
import { drawToken } from '../../../platform/secret.ts'
import { Refusal } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'

/** The act that makes an address which is a record's only key; `pathOf` says where a token leads. */
export const makeAddress = (record: AnyRecord, pathOf: (token: string) => string) =>
  action(record, {
    allow: record.access.update,
    summary: 'Makes a new secret address, told once; the one before leads nowhere any more.',
    input: z.strictObject({}),
    output: z.object({ path: z.string() }),
    async run(tx, { id, state }) {
      if (state !== 'active') throw new Refusal('wrong-state', ['已作废。', 'It is revoked.'])
      return { path: pathOf(await drawToken(tx, record, id)) }
    },
  })
