import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { lockMinutes, lockTries, lockTriesOfAddress } from '../settings/house.ts'

/**
 * Counts a try as a failed one until it proves good, so that many at once are not all let through. So many lock a login,
 * so many an address, for so long as the settings say; in the database, for all copies. Refuses `too-many-tries`, and such
 * a try is not counted again. Returns the failure's id, for whoever finds the try good.
 */
export async function countTry(engine: Engine, login: string, ip: string): Promise<string> {
  const minutes = engine.settings.get(lockMinutes)
  const { id } = await engine.db
    .insertInto('signInFailure')
    .values({ at: engine.clock.now(), login, ip })
    .returning('id')
    .executeTakeFirstOrThrow()
  const since = new Date(Date.parse(engine.clock.now()) - minutes * 60_000).toISOString()
  const { byLogin, byIp } = await engine.db
    .selectFrom('signInFailure')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('login', '=', login).as('byLogin'),
      eb.fn.countAll<number>().filterWhere('ip', '=', ip).as('byIp'),
    ])
    .where('at', '>', since)
    .where('id', '<', id)
    .where((eb) => eb.or([eb('login', '=', login), eb('ip', '=', ip)]))
    .executeTakeFirstOrThrow()
  if (byLogin < engine.settings.get(lockTries) && byIp < engine.settings.get(lockTriesOfAddress)) return id
  await forgiveTry(engine, id)
  const text = [`尝试次数过多,请 ${minutes} 分钟后再试。`, `Too many tries; wait ${minutes} minutes.`] as const
  throw new Refusal('too-many-tries', text, [], { retryAfter: minutes * 60 })
}

export const forgiveTry = async (engine: Engine, id: string): Promise<void> => {
  await engine.db.deleteFrom('signInFailure').where('id', '=', id).execute()
}

/** Whoever came in has a clean slate. */
export const forgiveAll = async (engine: Engine, login: string): Promise<void> => {
  await engine.db.deleteFrom('signInFailure').where('login', '=', login).execute()
}
