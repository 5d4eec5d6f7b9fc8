import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileReport, digestOfReport } from '../../areas/operations/run/server/report.ts'
import { runbook } from '../../areas/operations/runbook/runbook.record.ts'
import { judgeNow } from '../../areas/rulebook/control/server/service.ts'
import type { Engine } from '../../platform/engine.ts'
import { diskStore } from '../../platform/files/store.ts'
import { verify } from '../../platform/write/verify.ts'
import { asSystem } from '../../record/actor.ts'
import { tableOf } from '../../record/record.ts'
import { testClock } from '../../testing/clock.ts'
import { freshDatabase } from '../../testing/database.ts'
import { readConfig } from '../config.ts'
import { openEngine } from '../open.ts'
import { registry } from '../records.ts'
import { prepare } from './demo.ts'
import { buildFirm } from './firm.ts'
import { perform } from './stage.ts'

/** A Wednesday, half past eight: the opening is due. */
const now = '2026-11-25T00:30:00.000Z'
const lastTen = [
  ...['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17'],
  ...['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'],
]

const log = pino({ level: 'fatal' })
/** Copies of the firm's files lie there. */
const floor = join(tmpdir(), 'touchstone-demo-floor')
const files = diskStore(join(tmpdir(), 'touchstone-demo-files'))

interface Firm {
  engine: Engine
  close(): Promise<void>
}

async function build(at: string): Promise<Firm> {
  const database = await freshDatabase()
  const { engine, close } = await openEngine({ url: database.url, files, clock: testClock(at), log })
  await buildFirm(engine, 'demo-password', { floor, floorPort: 7310 })
  return { engine, close: () => close().then(database.drop) }
}

const firms: Firm[] = []
beforeAll(async () => {
  for (const at of [now, now]) firms.push(await build(at))
}, 1_200_000)
afterAll(async () => {
  for (const firm of firms) await firm.close()
})
const built = (): Engine => (firms[0] as Firm).engine

/** How many rows of a record's table there are of each value of a column. */
async function tally(table: string, column: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ value: string; n: number }>`
    select ${sql.ref(column)}::text as value, count(*)::int as n from ${sql.table(table)} group by 1 order by 1`.execute(
    built().db,
  )
  return Object.fromEntries(rows.map(({ value, n }) => [value, n]))
}

describe('the demo firm', () => {
  test('its journal verifies, and nothing in it lies ahead of now', async () => {
    expect(await verify(built().db, registry)).toMatchObject({ broken: null })
    const { rows } = await sql<{ last: string }>`select max(at) as last from journal`.execute(built().db)
    expect(rows[0]?.last && rows[0].last < now).toBe(true)
  })

  test('has people, components and probes', async () => {
    expect(await tally('person', 'state')).toEqual({ active: 74 })
    expect(await tally('component', 'state')).toEqual({ 'in-service': 14 })
    expect(await tally('probe', 'kind')).toEqual({
      ...{ disk: 1, file: 1, http: 6, 'log-line': 2, tcp: 1, database: 1 },
      ...{ quotes: 1, order: 1, transfer: 1 },
    })
  })

  test('has registered what it owns, and nothing in two places', async () => {
    const { rows } = await sql<{ n: number; stands: number; tied: number }>`select count(*)::int as n,
      count(*) filter (where location is not null)::int as stands,
      (select count(*)::int from asset_relation where state = 'standing') as tied from asset`.execute(built().db)
    expect(rows[0]?.n).toBeGreaterThanOrEqual(600)
    expect(rows[0]?.stands).toBeGreaterThan(490)
    expect(rows[0]?.tied).toBeGreaterThan(600)
    const states = await tally('asset', 'state')
    for (const state of ['ordered', 'in-stock', 'in-use', 'in-repair', 'retired', 'lost'])
      expect(states[state]).toBeGreaterThan(0)
  })

  test('looks after what it owns, and has destroyed the data of what left', async () => {
    const orders = await tally('maintenance_order', 'state')
    expect(orders['done']).toBeGreaterThan(25)
    expect((orders['due'] ?? 0) + (orders['in-progress'] ?? 0)).toBeGreaterThan(0)
    expect(await tally('maintenance_plan', 'state')).toEqual({ active: 6 })
    expect(await tally('disposal', 'state')).toEqual({ approved: 1, 'carried-out': 1 })
    expect(await tally('destruction', 'state')).toEqual({ done: 1, due: 1, witnessed: 3 })
    const verdicts = await tally('resource_figure', 'verdict')
    for (const verdict of ['renew', 'retire', 'keep']) expect(verdicts[verdict]).toBeGreaterThan(0)
  })

  test('has run its three daily runbooks on each trading day of two months', async () => {
    const { rows: daily } = await sql<{ day: string; n: number }>`select trading_day as day, count(*)::int as n from run
      where kind not in ('upgrade', 'drill') group by 1 order by 1`.execute(built().db)
    expect(daily.slice(-10)).toEqual(lastTen.map((day) => ({ day, n: 3 })))
    expect(daily.map(({ n }) => n)).toEqual(Array.from({ length: 44 }, () => 3))
    // Three changes ran beside them: two through, one aborted and rolled back; and two drills.
    expect(await tally('run', 'state')).toEqual({ aborted: 1, finished: 137 })
    expect(await tally('run_step', 'state')).toEqual({ checked: 844, done: 44, ready: 1, waived: 2 })
    const { rows: twice } =
      await sql`select id from run_step where maker = checker or waive_asked_by = waived_by`.execute(built().db)
    expect(twice).toEqual([])
  })

  test('has changed what it runs, undone one of it, and plans another', async () => {
    expect(await tally('change', 'state')).toEqual({ assessed: 2, closed: 2, 'rolled-back': 1 })
    expect(await tally('change_template', 'state')).toEqual({ 'in-force': 1 })
    // The settlement's long timeout has been signed; the bank link's was turned up by nobody knows whom.
    const { rows: configuration } = await sql`select c.code, k.state, k.drifted from config_check k
      join component c on c.id = k.component where k.newest order by 1`.execute(built().db)
    expect(configuration).toEqual([
      { code: 'bank-link', state: 'drifts', drifted: 1 },
      { code: 'order-gateway', state: 'matches', drifted: 0 },
      { code: 'settlement', state: 'matches', drifted: 0 },
    ])
    expect(await tally('vendor_bulletin', 'state')).toEqual({ decided: 1, unread: 1 })
    expect(await tally('upgrade_package', 'state')).toEqual({ registered: 1 })
  })

  test('saves what it runs, restores what it saved, and has found one copy that is not what was saved', async () => {
    expect(await tally('backup_plan', 'state')).toEqual({ effective: 3 })
    const runs = await tally('backup_run', 'state')
    expect(runs).toMatchObject({ succeeded: 31 })
    expect(await tally('backup_run', 'finding')).toMatchObject({ good: 31 })
    expect(await tally('restore_test', 'state')).toEqual({ failed: 1, proven: 5 })
    const { rows } = await sql<{ why: string }>`select why from restore_test where state = 'failed'`.execute(built().db)
    expect(rows).toEqual([{ why: '副本与上报时的校验值不符。' }])
    const { rows: told } = await sql`select key from alarm where key like 'backup:%' and state <> 'resolved'`.execute(
      built().db,
    )
    expect(told.length).toBe(1)
  })

  test('has plans, one of them stale, and rehearsed two: one in time, one not', async () => {
    expect(await tally('emergency_plan', 'state')).toEqual({ effective: 2, stale: 1 })
    expect(await tally('emergency_plan', 'stale_because')).toMatchObject({ undrilled: 1 })
    expect(await tally('drill', 'state')).toEqual({ closed: 2, planned: 1 })
    expect(await tally('drill', 'outcome')).toMatchObject({ met: 1, missed: 1 })
    expect(await tally('drill_fault', 'state')).toEqual({ ended: 2 })
  })

  test('has kept its duties but one, and walked its machine room but once', async () => {
    const tasks = await tally('duty_task', 'state')
    expect(tasks).toEqual({ done: expect.any(Number), missed: 2 })
    expect(tasks['done']).toBeGreaterThan(40)
    expect(await tally('patrol_visit', 'is_out')).toEqual({ false: 104, true: 1 })
    const { rows } = await sql`select id from duty_task where state = 'missed' and missed_reason is null`.execute(
      built().db,
    )
    expect(rows).toEqual([])
  })

  test('was signed for on each of its days, as it still stands', async () => {
    const { db } = built()
    const runs = await db.selectFrom('run').select(['id', 'reportDigest']).where('state', '=', 'finished').execute()
    for (const { id, reportDigest } of runs) expect(digestOfReport(await compileReport(db, id))).toBe(reportDigest)
    const { rows } = await sql`select id from run_step s where state = 'checked'
      and not exists (select 1 from signature where record_id = s.id and verb = 'check' and person = s.checker)`.execute(
      db,
    )
    expect(rows).toEqual([])
  })

  test('had one bad day: the line was cut, and what stands on it was told as one', async () => {
    const { rows } =
      await sql`select head.title, count(*)::int as more from alarm a join alarm head on head.id = a.grouped_under
      group by 1`.execute(built().db)
    expect(rows).toEqual([{ title: '交易专线中断:运营商侧光缆被挖断', more: 4 }])
  })

  test('remembers by the hour what its probes read, and a disk that fills', async () => {
    const { rows } = await sql<{ days: number; first: number; last: number; stopped: number }>`
      select count(distinct h.hour::date)::int as days, (array_agg(h.value order by h.hour))[1] as first,
        (array_agg(h.value order by h.hour desc))[1] as last, count(*) filter (where h.up < h.checks)::int as stopped
      from probe_hour h join probe p on p.id = h.probe where p.kind = 'disk'`.execute(built().db)
    expect(rows[0]).toMatchObject({ days: expect.any(Number), stopped: 0 })
    expect(rows[0]?.days).toBeGreaterThan(60)
    expect((rows[0]?.first ?? 0) > (rows[0]?.last ?? 0)).toBe(true)
  })

  test('knows which steps were late, and only those were', async () => {
    const { rows } = await sql<{ key: string; day: string; marked: boolean }>`
      select key, trading_day as day, late_at is not null as marked from run_step
      where coalesce(checked_at, done_at) > deadline_at`.execute(built().db)
    expect(rows.sort((a, b) => `${a.day} ${a.key}`.localeCompare(`${b.day} ${b.key}`))).toEqual([
      { key: 'front', day: '2026-11-04', marked: true },
      { key: 'gateway', day: '2026-11-04', marked: true },
      { key: 'front', day: '2026-11-16', marked: true },
    ])
  })

  test('has had alarms and incidents, and leaves some incidents open', async () => {
    expect(await tally('alarm', 'state')).toEqual({ acknowledged: 3, resolved: 41 })
    const incidents = await tally('incident', 'state')
    for (const state of ['new', 'assigned', 'in-progress', 'waiting', 'resolved'])
      expect(incidents[state]).toBeGreaterThan(0)
    expect(incidents['closed']).toBeGreaterThan(150)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from alarm where incident is not null`.execute(
      built().db,
    )
    expect(rows).toEqual([{ n: 8 }])
    expect((await tally('log_entry', 'kind'))['note']).toBe(21)
  })

  test('lives with its alarms: what was worked on alarmed nobody, and what nobody took went further', async () => {
    const { db } = built()
    // One of the bank's making, and one while each change was carried out.
    expect(await tally('maintenance_window', 'state')).toEqual({ ended: 4, planned: 1 })
    expect(await tally('silence', 'state')).toEqual({ ended: 1, 'in-force': 1 })
    const held = await db.selectFrom('alarmHeld').select(['times', 'overAt']).execute()
    expect(held).toEqual([{ times: 1, overAt: expect.any(String) }])
    const told = await db
      .selectFrom('alarmEscalation as told')
      .innerJoin('alarm', 'alarm.id', 'told.alarm')
      .select('title')
      .where('position', '>', 0)
      .orderBy('at')
      .execute()
    // A reading that nobody took; a night.
    expect(told.map(({ title }) => title)).toEqual([
      '冷通道 A:温度 28.3 °C,正常 18–27 °C',
      '行情源「健康检查」中断:timeout after 1000 ms',
    ])
  })

  test('has agreed on levels with the dealers, and reported on each month since', async () => {
    expect(await tally('agreement', 'state')).toEqual({ 'in-force': 3 })
    expect(await tally('level_report', 'month')).toEqual({ '2026-08-01': 3, '2026-09-01': 3, '2026-10-01': 3 })
    expect(await tally('level_report', 'state')).toEqual({ acknowledged: 6, issued: 3 })
  })

  test('has files and a private note on its incidents, and people who name each other and watch', async () => {
    const { db } = built()
    const attached = await db
      .selectFrom('attachment')
      .select(['name', 'mediaType'])
      .where('record', '=', 'incident')
      .orderBy('id')
      .execute()
    expect(attached.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['网关日志末尾.log', 'text/plain'],
      ['网关内存.png', 'image/png'],
      ['线路丢包.csv', 'text/csv'],
    ])
    const comments = await db.selectFrom('comment').select(['private', 'mentions']).execute()
    expect(comments.filter((one) => one.private)).toHaveLength(1)
    expect(comments.filter((one) => one.mentions.length > 0)).toHaveLength(2)
    expect(await tally('watcher', 'why')).toMatchObject({ mentioned: 1, commented: 2 })
  })

  test('hears of events from the monitoring it had already', async () => {
    expect(await tally('event_source', 'kind')).toEqual({ alertmanager: 1, json: 1, mail: 1, snmp: 1 })
    expect(await tally('event_delivery', 'accepted')).toEqual({ false: 1, true: 10 })
    const { rows } = await sql`select title, component is not null as placed, state from alarm
      where about_record = 'event-source' order by id`.execute(built().db)
    expect(rows).toEqual([
      { title: '应用服务器可用内存低于 10%', placed: true, state: 'resolved' },
      { title: '主机房UPS 市电中断,转电池供电', placed: true, state: 'resolved' },
      { title: '数据库服务器磁盘写入延迟偏高', placed: true, state: 'resolved' },
      { title: '10.20.0.1 linkDown GigabitEthernet1/0/24 24', placed: true, state: 'resolved' },
      { title: '备份存储按近三日趋势将于四日内写满', placed: true, state: 'acknowledged' },
    ])
  })

  test('reviews its log week after week, and has the last one to be signed', async () => {
    const rows = await built()
      .db.selectFrom('logReview')
      .select(['state', 'lines', 'late'])
      .orderBy('startsOn')
      .execute()
    expect(rows.at(-1)).toMatchObject({ state: 'due', late: false })
    expect(rows.slice(0, -1).map(({ state }) => state)).toEqual(rows.slice(1).map(() => 'signed'))
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.every(({ lines }) => lines > 0)).toBe(true)
  })

  test('has a letter from outside that waits to be looked at', async () => {
    expect(await tally('mailbox', 'state')).toEqual({ 'in-use': 1 })
    expect(await tally('incoming_mail', 'state')).toEqual({ received: 1 })
  })

  test('has a request waiting for the manager', async () => {
    expect(await tally('approval_rule', 'state')).toEqual({ 'in-force': 3 })
    const { db } = built()
    const asked = await db.selectFrom('approval').select(['record', 'state']).orderBy('record').execute()
    expect(asked.filter(({ state }) => state === 'pending').map(({ record }) => record)).toEqual([
      ...['change', 'incident', 'purchase', 'purchase', 'request'],
    ])
  })

  test('works by command from today: each runbook in force can be carried out', async () => {
    const { engine } = firms[0] as Firm
    const effective = await engine.db
      .selectFrom('runbook')
      .select(['id', 'code', 'edition'])
      .where('state', '=', 'effective')
      .orderBy('code')
      .execute()
    expect(effective.map(({ code, edition }) => `${code} ${edition}`)).toEqual([
      ...[
        'closing 1',
        'daily-backup 2',
        'gateway-lost 1',
        'gateway-settings 1',
        'opening 2',
        'practice-rollback 1',
        'practice-upgrade 1',
        'quotes-lost 1',
        'restart-gateway 1',
      ],
    ])
    for (const { id } of effective) {
      const found = await engine.inTx(asSystem('test'), (tx) => perform(tx, engine, runbook, id, 'check'))
      expect(found).toEqual({ faults: [] })
    }
  })

  test('has two controls of its own: one kept, one that names services nobody has written an article for', async () => {
    const { rows } = await sql<{ control: string; state: string; bad: number }>`select control, state, bad
      from control_state where control like 'X-%' order by control`.execute(built().db)
    expect(rows.map(({ control, state }) => [control, state])).toEqual([
      ['X-001', 'kept'],
      ['X-002', 'broken'],
    ])
    expect(rows[1]?.bad).toBeGreaterThan(0)
  })

  test('keeps most of its rules, breaks some and cannot prove others', async () => {
    const { engine } = firms[0] as Firm
    await judgeNow(engine)
    const { rows } = await sql<{ control: string; state: string; ok: number; bad: number; unknown: number }>`
      select control, state, ok, bad, unknown from control_state order by control`.execute(engine.db)
    const inState = (state: string) => rows.filter((one) => one.state === state).map(({ control }) => control)
    expect(inState('kept').length).toBeGreaterThan(40)
    expect(inState('kept')).toEqual(expect.arrayContaining(['A-04', 'B-04', 'C-03', 'C-04', 'C-11', 'C-12', 'O-19']))
  })

  test('has been audited, is being audited, and has been reviewed by management', async () => {
    expect(await tally('audit_plan', 'state')).toEqual({ approved: 1, closed: 1 })
    expect(await tally('audit', 'state')).toEqual({ closed: 1, fieldwork: 1, planned: 1 })
    expect(Object.keys(await tally('audit_item', 'state')).sort()).toEqual(['judged', 'open'])
    const { rows: drawn } = await sql<{
      n: number
    }>`select sum(jsonb_array_length(sample))::int as n from audit_item`.execute(built().db)
    expect(drawn[0]?.n).toBeGreaterThan(40)
    expect(await tally('finding', 'state')).toEqual({
      ...{ open: 2, 'corrective-action': 3, done: 1, verified: 1, closed: 2 },
    })
    expect(await tally('finding', 'reopened')).toEqual({ 0: 8, 1: 1 })
    const { rows: late } =
      await sql`select title from finding where state = 'corrective-action' and due < '2026-11-25'`.execute(built().db)
    expect(late).toEqual([{ title: '采购验收单未附照片' }])
    expect(await tally('management_review', 'state')).toEqual({ signed: 1 })
    expect(await tally('rule_area', 'state')).toEqual({ required: 11 })
    expect(await tally('judgement_sample', 'state')).toEqual({ agrees: 3 })
  })

  test('knows the accounts of four systems, and waits for a list to show that a revoke has taken effect', async () => {
    expect(await tally('account_list', 'source')).toEqual({ csv: 4, own: 1 })
    const standing = await tally('system_account', 'standing')
    for (const one of ['matched', 'orphan', 'ghost', 'too-much']) expect(standing[one], one).toBeGreaterThan(0)
    expect(await tally('system_account', 'state')).toMatchObject({ gone: 1 })
    expect(await tally('access_review', 'state')).toEqual({ closed: 1 })
    const items = await tally('access_review_item', 'state')
    expect(items).toMatchObject({ revoked: 1, revoking: 1 })
    expect(items['open']).toBeUndefined()
  })

  test('keeps its risks, accepted one until a date, and has scanned its servers twice', async () => {
    expect(await tally('risk_matrix', 'state')).toEqual({ 'in-force': 1 })
    expect(await tally('risk', 'state')).toEqual({
      ...{ identified: 1, assessed: 3, treating: 5, monitored: 3, accepted: 1, closed: 1 },
    })
    expect(await tally('risk_acceptance', 'state')).toEqual({ ended: 1, granted: 1 })
    expect(await tally('risk_assessment', 'state')).toEqual({ approved: 1 })
    expect(await tally('scan', 'state')).toEqual({ matching: 1, settled: 1 })
    expect(await tally('vulnerability', 'state')).toEqual({ open: 20, 'in-progress': 2, closed: 8 })
    const { rows } = await sql`select 1 from vulnerability where state <> 'closed' and fix_by < ${now}`.execute(
      built().db,
    )
    expect(rows).toHaveLength(3)
  })

  test('has had a board look at its riskiest change, has another waiting for the next, and has removed a known error', async () => {
    expect(await tally('advisory_meeting', 'state')).toEqual({ held: 1, planned: 1 })
    expect(await tally('advisory_item', 'state')).toEqual({ advised: 1, 'on-agenda': 1 })
    const { rows } = await sql<{ problem: string; change: string }>`select p.state as problem, c.state as change
      from change c join problem p on p.id = c.problem`.execute(built().db)
    expect(rows).toEqual([{ problem: 'solved', change: 'closed' }])
  })

  test('has seen its database grow for two months', async () => {
    const { rows } = await sql<{ tables: number; days: number; grown: boolean }>`
      select count(distinct name)::int - 1 as tables, count(distinct day)::int as days,
        (array_agg(bytes order by day) filter (where name = ''))[1] < (array_agg(bytes order by day desc) filter (where name = ''))[1] as grown
      from database_size`.execute(built().db)
    expect(rows).toEqual([{ tables: 8, days: 61, grown: true }])
  })

  test('says who may do what: agreed to, over in time, and one conflict that is looked after', async () => {
    expect(await tally('access_grant', 'state')).toEqual({ expired: 2, granted: 41 })
    expect(await tally('access_grant', 'kind')).toEqual({ emergency: 1, standing: 40, temporary: 2 })
    expect(await tally('access_system', 'state')).toEqual({ 'in-use': 6 })
    const { rows } = await sql<{ measure: string | null }>`
      select measure from access_grant where conflicts_with <> '{}' and state = 'granted'`.execute(built().db)
    expect(rows.map(({ measure }) => measure !== null)).toEqual([true])
  })

  test('protects itself: a letter that was dealt with, undertakings of which two are open, training, a journal that is sound', async () => {
    expect(await tally('security_incident', 'state')).toEqual({ closed: 1 })
    expect(await tally('security_report', 'state')).toEqual({ 'not-due': 1, sent: 2 })
    expect(await tally('evidence', 'state')).toEqual({ returned: 1, sealed: 1 })
    expect(await tally('custody', 'state')).toEqual({ taken: 1 })
    expect(await tally('data_class', 'state')).toEqual({ approved: 4 })
    expect(await tally('undertaking', 'state')).toEqual({ asked: 2, signed: 13 })
    expect(await tally('training_course', 'state')).toEqual({ offered: 3 })
    expect((await tally('training_record', 'state'))['confirmed']).toBeGreaterThan(80)
    expect(await tally('log_check', 'state')).toEqual({ sound: 1 })
  })

  test('is the same firm every time', async () => {
    const [one, other] = await Promise.all(firms.map(({ engine }) => contentOf(engine)))
    expect(one?.length).toBeGreaterThan(1_000)
    expect(other).toEqual(one)
  })
})

test('outside of what the calendar covers there is a firm without a past', async () => {
  const firm = await build('2027-02-01T01:00:00.000Z')
  const found = await firm.engine.db.selectFrom('component').select('id').execute()
  const runs = await firm.engine.db.selectFrom('run').select('id').execute()
  await firm.close()
  expect([found.length, runs.length]).toEqual([14, 0])
}, 60_000)

test('is made once, and half of one is not taken for whole', async () => {
  const database = await freshDatabase()
  const { engine, close } = await openEngine({
    url: database.url,
    files,
    clock: testClock('2027-02-01T01:00:00.000Z'),
    log,
  })
  const home = await mkdtemp(join(tmpdir(), 'touchstone-demo-'))
  const config = readConfig({ TOUCHSTONE_HOME: home, TOUCHSTONE_DEMO_PASSWORD: 'demo-password' })
  const said: string[] = []
  const start = () => prepare({ engine, config, say: (_zh, en) => said.push(en) })
  try {
    expect(await start()).toBe('demo-password')
    expect(await start()).toBe('demo-password')
    expect(said).toEqual(['Making the demo firm'])
    const key = 'demo-firm-in-the-making'
    await engine.db.insertInto('setting').values({ key, value: 'true', updatedAt: engine.clock.now() }).execute()
    await expect(start()).rejects.toThrow(`Remove ${home} and start again`)
  } finally {
    await close()
    await database.drop()
    await rm(home, { recursive: true })
  }
}, 60_000)

/** Every row of every record, with numbers where ids stand and without what is made of ids, or was measured: restores are real. */
const measured: Readonly<Record<string, string[]>> = {
  'restore-test': ['seconds', 'steps'],
  'risk-acceptance': ['digest'],
  vulnerability: ['key', 'search'],
}

async function contentOf(engine: Engine): Promise<string[]> {
  const rows: { id: string; number: string; text: string }[] = []
  for (const { record } of registry.all) {
    const found = await sql<{ id: string; number: string; text: string }>`
      select id, number, (to_jsonb(r) - 'journal_head' - 'report_digest' - 'frozen_digest' - ${measured[record.name] ?? []}::text[])::text as text
      from ${sql.table(tableOf(record))} r order by number`.execute(engine.db)
    rows.push(...found.rows)
  }
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return rows.map(({ text }) =>
    text
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => numbers.get(id) ?? '?')
      // A review of the log holds digests of what is made of ids.
      .replaceAll(/"digest": "[0-9a-f]{64}"/g, ''),
  )
}
