import type { Engine } from '../../platform/engine.ts'
import type { Proof, Tx } from '../../platform/tx.ts'
import { type Actor, asSystem, type PersonActor } from '../../record/actor.ts'
import type { AnyRecord } from '../../record/record.ts'
import type { SetClock } from './clock.ts'
import type { Login } from './people.ts'

/** The people of the demo firm at work, at whatever time the clock is set to. */
export interface Stage {
  readonly engine: Engine
  readonly clock: SetClock
  /** Ids of the people by login. */
  readonly people: Readonly<Record<Login, string>>
  /** Who signs in under that name, as the product sees them. */
  actor(login: Login): PersonActor
  /** One transaction under a person's name; what it does may be signed. */
  as<T>(login: Login, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction of something that works by itself. */
  by<T>(system: string, work: (tx: Tx) => Promise<T>): Promise<T>
}

export async function makeStage(
  engine: Engine,
  clock: SetClock,
  people: Readonly<Record<Login, string>>,
): Promise<Stage> {
  const actors = new Map<Login, PersonActor>()
  for (const [login, id] of Object.entries(people) as [Login, string][]) {
    const actor = await engine.directory.actor(engine.db, id, 'demo')
    if (!actor) throw new Error(`Nobody signs in as ${login}`)
    actors.set(login, actor)
  }
  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, proof?: Proof) => engine.inTx(actor, work, proof)
  return {
    engine,
    clock,
    people,
    actor: (login) => actors.get(login) as PersonActor,
    as: (login, work) => inTx(actors.get(login) as PersonActor, work, { person: people[login], method: 'password' }),
    by: (system, work) => inTx(asSystem(system), work),
  }
}

/** Does a verb that is no transition, as its route does: the row locked, the rule held against the actor. */
export async function perform(tx: Tx, engine: Engine, record: AnyRecord, id: string, name: string, input = {}) {
  const action = engine.behaviourOf(record).actions[name]
  if (!action) throw new Error(`${record.name} has no action ${name}`)
  const row = await tx.lock(record, id)
  tx.demand(action.allow, row)
  return action.run(tx, row, action.input.parse(input), engine)
}
