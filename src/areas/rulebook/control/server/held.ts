import type { Kysely } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { EventHub } from '../../../../platform/events/hub.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Registry } from '../../../../record/registry.ts'
import { compiled } from '../../own-control/compile.rules.ts'
import type { Declaration } from '../../own-control/declaration.rules.ts'
import { ownControl } from '../../own-control/own-control.record.ts'
import { controlIds, controlOf, controls } from '../catalogue.ts'
import type { Control } from '../control.rules.ts'
import { type Dependency, dependenciesOf } from '../dependencies.rules.ts'
import '../../server/tables.ts'

/** Every control that is judged by: those in code, and the firm's own. */
export interface Catalogue {
  readonly all: readonly Control[]
  of(id: string): Control | undefined
  /** The number of the edition by which it is judged, of one of the firm's own. */
  ownOf(id: string): string | undefined
  /** By kind of record: what is judged again when one is written. */
  readonly dependencies: ReadonlyMap<string, readonly Dependency[]>
}

function catalogueWith(own: readonly Declaration[], registry: Registry | null): Catalogue {
  const made = registry ? own.map((one) => compiled(one, registry)) : []
  const all = [...controls, ...made]
  const byId = new Map(all.map((one) => [one.id, one]))
  const numbers = new Map(own.map(({ code, number }) => [code, number]))
  return {
    all,
    of: (id) => byId.get(id),
    ownOf: (id) => numbers.get(id),
    dependencies: dependenciesOf(all),
  }
}

const coded = catalogueWith([], null)
/** By what each copy hears with: its own, however often an engine is handed on. */
const held = new WeakMap<EventHub, { catalogue: Catalogue; asked: number; read: number }>()

/** The controls as this copy knows them. Whoever judges looks first whether they are of the version that is wanted. */
export const catalogueOf = ({ events }: Pick<Engine, 'events'>): Catalogue => held.get(events)?.catalogue ?? coded

/** Reads the firm's own controls again. Of two that read at once the one that began later counts. */
export async function readCatalogue(engine: Pick<Engine, 'db' | 'events' | 'registry'>): Promise<Catalogue> {
  const mine = held.get(engine.events) ?? { catalogue: coded, asked: 0, read: 0 }
  held.set(engine.events, mine)
  const turn = ++mine.asked
  const own = await effectiveIn(engine.db)
  if (turn > mine.read) {
    mine.read = turn
    mine.catalogue = catalogueWith(own, engine.registry)
  }
  return mine.catalogue
}

/** Keeps the firm's own controls at hand, since every write asks for them; a change is there on every copy as it commits. */
export async function holdCatalogue(engine: Engine): Promise<{ stop(): Promise<void> }> {
  await readCatalogue(engine)
  const again = () => void readCatalogue(engine).catch((error) => engine.log.error({ err: error }, 'own controls'))
  const stops = [
    engine.events.on('record', (event) => {
      if (event.record === ownControl.name) again()
    }),
    engine.events.onGap(again),
  ]
  return {
    async stop() {
      for (const stop of stops) stop()
    },
  }
}

async function effectiveIn(db: Kysely<Tables>, code?: string): Promise<Declaration[]> {
  return db
    .selectFrom('ownControl')
    .select(['id', 'number', 'code', 'edition', 'title', 'titleEn', 'remedy', 'remedyEn'])
    .select(['area', 'record', 'scope', 'judges', 'owner', 'minSubjects'])
    .where('state', '=', 'effective')
    .$if(code !== undefined, (query) => query.where('code', '=', code as string))
    .orderBy('code')
    .execute()
}

/** A control as it is within a transaction, whatever this copy has heard. */
export async function controlIn(
  { db, registry }: Pick<Tx, 'db' | 'registry'>,
  id: string,
): Promise<Control | undefined> {
  const known = controlOf(id)
  if (known) return known
  const [own] = await effectiveIn(db, id)
  return own && compiled(own, registry)
}

/** The ids of all controls, as they are within a transaction. */
export async function idsIn({ db }: Pick<Tx, 'db'>): Promise<ReadonlySet<string>> {
  return new Set([...controlIds, ...(await effectiveIn(db)).map(({ code }) => code)])
}
