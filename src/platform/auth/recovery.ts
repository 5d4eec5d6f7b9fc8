import { createHash, randomBytes } from 'node:crypto'
import { asSystem } from '../../record/actor.ts'
import type { Engine } from '../engine.ts'
import type { Tx } from '../tx.ts'

const count = 10
/** Eighty bits in letters that nobody mistakes (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten new codes in place of the old ones, told once and kept as digests: for whoever has lost the device. */
export async function renewRecoveryCodes(tx: Tx, account: string): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode)
  await dropRecoveryCodes(tx, account)
  await tx.db
    .insertInto('recoveryCode')
    .values(codes.map((code) => ({ account, digest: digestOf(code), usedAt: null })))
    .execute()
  return codes
}

export const dropRecoveryCodes = async (tx: Tx, account: string): Promise<void> => {
  await tx.db.deleteFrom('recoveryCode').where('account', '=', account).execute()
}

/** Uses a code up, journalled on the person; false when it is none of theirs or was used before. */
export const takeRecoveryCode = (
  engine: Engine,
  { id, person }: { id: string; person: string },
  code: string,
): Promise<boolean> =>
  engine.inTx(asSystem('sign-in'), async (tx) => {
    const used = await tx.db
      .updateTable('recoveryCode')
      .set({ usedAt: tx.now })
      .where('account', '=', id)
      .where('digest', '=', digestOf(code))
      .where('usedAt', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows !== 1n) return false
    await tx.journal(tx.directory, person, 'use-recovery-code', {})
    return true
  })

export const recoveryCodesLeft = async (engine: Engine, account: string): Promise<number> => {
  const { left } = await engine.db
    .selectFrom('recoveryCode')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account', '=', account)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

const newCode = (): string => {
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % 32]).join('')
  return (drawn.match(/.{4}/g) ?? []).join('-')
}

/** As typed: without dashes and spaces, in either case, O for 0 and I or L for 1. */
const digestOf = (code: string): Buffer => {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return createHash('sha256').update(plain).digest()
}
