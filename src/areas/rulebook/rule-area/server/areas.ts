import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type RuleArea, ruleAreas } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import { policy } from '../../policy/policy.record.ts'
import { ruleArea } from '../rule-area.record.ts'
import '../../server/tables.ts'

/** Every area that rules are about is there, with what is in effect in it; one that the firm left out stays left out. */
export async function loadAreas(engine: Engine): Promise<void> {
  for (const code of ruleAreas)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const [name, nameEn] = areaWords[code]
      const held = await tx.db.selectFrom('ruleArea').select('id').where('code', '=', code).executeTakeFirst()
      if (!held) await tx.create(ruleArea, { code, name, nameEn, inForce: await inForceOf(tx, code) })
    })
}

/** What a new release of the product knows is there once it has started. */
export const areaService: Service = async (engine) => {
  const loading = loadAreas(engine).catch((error) =>
    engine.log.error({ err: error }, 'areas of rules could not be loaded'),
  )
  return { stop: () => loading }
}

async function inForceOf(tx: Tx, area: RuleArea): Promise<number> {
  const { n } = await tx.db
    .selectFrom('policy')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('area', '=', area)
    .where('state', '=', 'effective')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Where a policy takes effect or ceases to be in effect, its area counts anew. */
export const hearPolicies: Follow = async (tx, { record, before, after, changes }) => {
  if (record.name !== policy.name || !('state' in changes || 'area' in changes)) return
  if (![before?.state, after.state].includes('effective')) return
  for (const code of new Set([before?.['area'], after['area']] as (RuleArea | undefined)[])) {
    if (!code) continue
    const held = await tx.db.selectFrom('ruleArea').select('id').where('code', '=', code).executeTakeFirst()
    if (held) await tx.as('rulebook').update(ruleArea, held.id, { inForce: await inForceOf(tx, code) })
  }
}

/** These areas have been audited now. */
export async function areasAudited(tx: Tx, codes: readonly RuleArea[], audit: string): Promise<void> {
  const rows = await tx.db.selectFrom('ruleArea').select('id').where('code', 'in', codes).orderBy('id').execute()
  for (const { id } of rows) await tx.as('rulebook').update(ruleArea, id, { lastAudit: audit, auditedAt: tx.now })
}
