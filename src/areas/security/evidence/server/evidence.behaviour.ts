import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { readersOf } from '../../security-incident/security-incident.rules.ts'
import { evidence } from '../evidence.record.ts'
import { evidencePaper } from './paper.ts'

type Row = RowOf<typeof evidence>

const filesOf = (tx: Tx, { id }: Row) =>
  tx.db
    .selectFrom('attachment')
    .select(['name', 'size', 'digest', 'verdict'])
    .where('record', '=', evidence.name)
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Whoever took it holds it first; as it is sealed its files are written down, each with its digest. */
async function derived(tx: Tx, { before, after }: Step<typeof evidence>): Promise<Partial<Row>> {
  if (before?.state === 'open' && after.state === 'sealed') {
    const files = (await filesOf(tx, after)).map(({ name, size, digest }) => ({ name, size: Number(size), digest }))
    return { files, digest: digestOf(canonical(files)).toString('hex') }
  }
  if (before !== null) return after.state === 'open' ? { holder: after.takenBy } : {}
  const of = await tx.db
    .selectFrom('securityIncident')
    .select(['owner', 'named'])
    .where('id', '=', after.securityIncident)
    .executeTakeFirst()
  return { holder: after.takenBy, readers: of ? readersOf(of) : [] }
}

async function sealable(tx: Tx, row: Row): Promise<Fault[]> {
  const files = await filesOf(tx, row)
  if (files.length === 0)
    return [fault('', 'no-file', '请先上传证据文件。', 'Add the files that are the evidence first.')]
  return files.some(({ verdict }) => verdict === 'checking')
    ? [fault('', 'checking', '文件正在检查病毒,完成后再封存。', 'A file is still being checked for malware.')]
    : []
}

/** What is on its way to somebody ends with nobody. */
async function notOnItsWay(tx: Tx, { id }: Row): Promise<Fault[]> {
  const open = await tx.db
    .selectFrom('custody')
    .select('number')
    .where('evidence', '=', id)
    .where('state', 'in', ['begun', 'given'])
    .executeTakeFirst()
  return open
    ? [fault('', 'on-its-way', `交接 ${open.number} 尚未完成。`, `Hand-over ${open.number} is not over.`)]
    : []
}

const notAhead = async (tx: Tx, { takenAt }: Row): Promise<Fault[]> =>
  takenAt > tx.now ? [fault('takenAt', 'in-future', '时间不能晚于现在。', 'It cannot lie ahead.')] : []

export const evidenceBehaviour = behave(evidence, {
  derive: async (tx, steps) => Promise.all(steps.map((step) => derived(tx, step))),
  guards: {
    create: notAhead,
    update: notAhead,
    seal: sealable,
    'give-back': notOnItsWay,
    destroy: notOnItsWay,
  },
  paper: evidencePaper,
})
