import pg from 'pg'

/** How much the bench stands on: a firm that has kept its incidents for many years. */
export interface Size {
  readonly incidents: number
  readonly journal: number
}

/** Fills a migrated database by SQL, since a million writes through the product would take an hour; then analyses it. */
export async function fill(url: string, { incidents, journal }: Size, say: (text: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const step = async (name: string, text: string, values: unknown[] = []) => {
    const from = performance.now()
    await client.query(text, values)
    say(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
  await client.query("set session_replication_role = 'replica'; set synchronous_commit = off; set work_mem = '128MB'")
  try {
    await step('200 people', people)
    await step('60 components', components)
    // Built at once afterwards: term by term a million rows would take several times as long.
    await client.query('drop index incident_search')
    await step(`${incidents} incidents`, incidentRows, [incidents])
    await step(
      'their index for searching',
      'create index incident_search on incident using gin (search) with (gin_pending_list_limit = 64)',
    )
    await step(`${journal} journal entries`, journalRows, [journal, incidents])
    await step('vacuum analyze', 'vacuum analyze')
  } finally {
    await client.end()
  }
}

const base = `1, now(), null::uuid, now(), null::uuid, 1, '\\x00'::bytea`
const id = (kind: number) => `('00000000-0000-7${kind}00-8000-' || lpad(to_hex(i), 12, '0'))::uuid`

const people = `insert into person (id, number, state, version, created_at, created_by, updated_at, updated_by,
    journal_n, journal_head, name, employee_no, posts, roles, lang)
  select ${id(1)}, 'PER-202001-' || lpad(i::text, 4, '0'), 'active', ${base}, '员工' || i, 'B' || i, '{}', '{}', 'zh'
  from generate_series(1, 200) i`

const components = `insert into component (id, number, state, version, created_at, created_by, updated_at, updated_by,
    journal_n, journal_head, code, name, kind, environment, criticality, depends_on, actions, health, wanted)
  select ${id(2)}, 'CMP-202001-' || lpad(i::text, 4, '0'), 'in-service', ${base}, 'c' || i, '组件' || i, 'service',
    'production', 'ordinary', '{}', '[]', 'unknown', 'running'
  from generate_series(1, 60) i`

// Skewed as in life: nearly all are closed, a few hundred are open, priorities and components are uneven.
const incidentRows = `insert into incident (id, number, state, version, created_at, created_by, updated_at, updated_by,
    journal_n, journal_head, title, impact, urgency, affects_trading, priority, component, assignee, trading_day, resolution,
    channel, due_at)
  select ${id(3)}, 'INC-' || to_char(at, 'YYYYMM') || '-' || lpad(i::text, 7, '0'),
    case when i % 3000 = 0 then 'in-progress' when i % 2500 = 0 then 'waiting' when i % 400 = 0 then 'resolved' else 'closed' end,
    5, at, ('00000000-0000-7100-8000-' || lpad(to_hex(1 + i % 200), 12, '0'))::uuid, at, null, 5, '\\x00',
    '第 ' || i || ' 号故障:交易终端无法登录', 'medium', 'medium', i % 50 = 0,
    'p' || (1 + least(3, floor(power(random(), 0.4) * 4)))::int,
    ('00000000-0000-7200-8000-' || lpad(to_hex(1 + floor(power(random(), 2) * 60)::int), 12, '0'))::uuid,
    ('00000000-0000-7100-8000-' || lpad(to_hex(1 + i % 200), 12, '0'))::uuid, at::date, '重启后恢复', 'desk',
    case when i % 3000 = 0 then now() + (i % 977 - 200) * interval '1 minute' end
  from (select i, timestamptz '2018-01-01' + i * interval '4 minutes' as at from generate_series(1, $1::int) i) rows`

const journalRows = `insert into journal (at, record, record_id, n, verb, actor, actor_name, via, changes, prev, digest)
  select timestamptz '2018-01-01' + i * interval '48 seconds', 'incident',
    ('00000000-0000-7300-8000-' || lpad(to_hex(1 + i % $2::int), 12, '0'))::uuid, 1 + i / $2::int, 'update', null, 'bench',
    'bench', '{"title":["a","b"]}', '\\x00', '\\x00'
  from generate_series(0, $1::int - 1) i`
