import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { risk } from '../../risk/risk.record.ts'
import { acceptable } from '../../risk/server/content.ts'
import { matricesBy } from '../../risk-matrix/server/in-force.ts'
import { vulnerability } from '../../vulnerability/vulnerability.record.ts'
import { endFaults } from '../acceptance.rules.ts'
import { riskAcceptance } from '../risk-acceptance.record.ts'
import { rankOf } from './rank.ts'

type Row = RowOf<typeof riskAcceptance>

const acceptableIn = ['assessed', 'treating', 'monitored']

/** The risk as it is: whoever decides may not read the register. */
const riskOf = (tx: Tx, id: string) => tx.as('risk').lock(risk, id)

async function decidable(tx: Tx, row: Row): Promise<Fault[]> {
  const about = await riskOf(tx, row.risk)
  const faults = endFaults(row.endsAt, tx.now)
  if (!acceptableIn.includes(about.state) || about.matrix === null || about.currentLevel === null)
    return [
      ...faults,
      fault('risk', 'not-rated', '须先评定,且未被接受或关闭。', 'It must be rated, and neither accepted nor closed.'),
    ]
  const matrix = (await matricesBy(tx.db, [about.matrix])).get(about.matrix)
  const rank = matrix ? await rankOf(tx, matrix, row.decider) : 0
  if (rank < about.currentLevel)
    faults.push(
      fault(
        'decider',
        'rank-too-low',
        '按风险矩阵,此人不能接受这一等级的风险。',
        'By the risk matrix this person may not accept a risk of this level.',
      ),
    )
  if (row.decider === about.owner || row.decider === row.createdBy)
    faults.push(
      fault(
        'decider',
        'same-person',
        '风险负责人和申请人不能批准接受。',
        'Neither the owner of the risk nor who asks accepts it.',
      ),
    )
  return faults
}

async function create(tx: Tx, row: Row): Promise<Fault[]> {
  const open = await tx.db
    .selectFrom('riskAcceptance')
    .select('number')
    .where('risk', '=', row.risk)
    .where('state', '=', 'requested')
    .where('id', '<>', row.id)
    .executeTakeFirst()
  if (!open) return decidable(tx, row)
  return [
    fault('risk', 'already-asked', `${open.number} 正在等待批准。`, `${open.number} already waits for a decision.`),
  ]
}

/** What is signed is what the risk says at that moment. */
async function grant(tx: Tx, row: Row): Promise<Fault[]> {
  const faults = await decidable(tx, row)
  return acceptable(await riskOf(tx, row.risk)).digest === row.digest
    ? faults
    : [
        ...faults,
        fault('', 'changed', '申请后风险内容有变化,请重新申请。', 'The risk has changed since: ask for it again.'),
      ]
}

/** What rested on it stands open again. */
async function release(tx: Tx, { id, risk: about }: Row): Promise<void> {
  const by = tx.as('risk')
  const held = await by.lock(risk, about)
  if (held.state === 'accepted' && held.acceptance === id) await by.act(risk, about, 'reopen-accepted')
  const weak = await tx.db
    .selectFrom('vulnerability')
    .select('id')
    .where('acceptance', '=', id)
    .where('state', '=', 'accepted')
    .orderBy('id')
    .execute()
  for (const one of weak) await by.act(vulnerability, one.id, 'resume')
}

export const riskAcceptanceBehaviour = behave(riskAcceptance, {
  derive: (tx, steps) =>
    Promise.all(
      steps.map(async ({ before, after }) => {
        if (after.state === 'granted' && before?.state === 'requested') {
          const matrix = after.matrix ? (await matricesBy(tx.db, [after.matrix])).get(after.matrix) : undefined
          return { upTo: matrix ? await rankOf(tx, matrix, after.decider) : 0 }
        }
        if (before !== null) return {}
        const about = await riskOf(tx, after.risk)
        const { title, owner, matrix, currentLevel: level } = about
        return { title, owner, matrix, level, ...acceptable(about) }
      }),
    ),
  guards: { create, update: decidable, grant },
  effects: {
    async grant(tx, row) {
      await tx.as('risk').act(risk, row.risk, 'accept', { acceptance: row.id, acceptedUntil: row.endsAt })
      await tx.job('end-risk-acceptance', { id: row.id }, { runAt: row.endsAt, key: `risk-acceptance:${row.id}` })
    },
    revoke: release,
    void: release,
    end: release,
  },
})
