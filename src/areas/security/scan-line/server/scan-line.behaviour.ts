import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Finding } from '../../scan/finding.rules.ts'
import type { Place } from '../../scan/match.rules.ts'
import { scan } from '../../scan/scan.record.ts'
import { closeAbsent } from '../../scan/server/close.ts'
import { takeFindings } from '../../scan/server/take.ts'
import { scanLine } from '../scan-line.record.ts'

type Row = RowOf<typeof scanLine>

/** The last of its lines settles a scan: what a complete one did not see is closed only now. */
async function settle(tx: Tx, id: string): Promise<void> {
  const by = await tx.lock(scan, id)
  const waits = await tx.db
    .selectFrom('scanLine')
    .select('id')
    .where('scan', '=', id)
    .where('state', '=', 'waiting')
    .limit(1)
    .execute()
  if (waits.length > 0 || by.state !== 'matching') return
  const seen = await tx.db.selectFrom('vulnerability').select('id').where('lastScan', '=', id).execute()
  const closed = await closeAbsent(tx, by, { seen: new Set(seen.map((one) => one.id)), unplaced: new Set() })
  await tx.act(scan, id, 'settle')
  if (closed > 0) await tx.update(scan, id, { closed: by.closed + closed })
}

async function match(tx: Tx, row: Row): Promise<void> {
  const by = await tx.lock(scan, row.scan)
  const owner = row.asset
    ? ((await tx.db.selectFrom('asset').select('owner').where('id', '=', row.asset).executeTakeFirst())?.owner ?? null)
    : null
  const place = { asset: row.asset, component: row.component } as Place
  const taken = await takeFindings(tx, by, [{ finding: row.finding as unknown as Finding, place, owner }])
  const [vulnerability] = taken.ids.values()
  await tx.update(scanLine, row.id, { vulnerability: vulnerability ?? null })
  await tx.update(scan, by.id, {
    opened: by.opened + taken.opened,
    seen: by.seen + taken.seen,
    cameBack: by.cameBack + taken.cameBack,
    exempted: by.exempted + taken.exempted,
    unmatched: Math.max(0, by.unmatched - 1),
  })
  await settle(tx, by.id)
}

export const scanLineBehaviour = behave(scanLine, {
  guards: {
    async match(_tx, { asset, component }) {
      return (asset === null) === (component === null)
        ? [fault('asset', 'one-thing', '须且只能选一个资产或组件。', 'Name one asset or one component, and not both.')]
        : []
    },
  },
  effects: {
    match: (tx, row) => match(tx.as('scan'), row),
    async dismiss(tx, row) {
      const by = tx.as('scan')
      const { unmatched } = await by.lock(scan, row.scan)
      await by.update(scan, row.scan, { unmatched: Math.max(0, unmatched - 1) })
      await settle(by, row.scan)
    },
  },
})
