import { base, components, filling, head, idBy } from './filling.ts'

/** How much the bench stands on: a firm that has kept its incidents for many years. */
export interface Size {
  readonly incidents: number
  readonly journal: number
}

/** Two hundred people with their incidents and what the journal says of them. */
export const fillIncidents = (url: string, { incidents, journal }: Size, say: (text: string) => void): Promise<void> =>
  filling(url, say, async (step, client) => {
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
  })

const people = `insert into person (${head}, name, employee_no, posts, roles, lang)
  select ${idBy('person')}, 'PER-202001-' || lpad(i::text, 4, '0'), 'active', ${base}, '员工' || i, 'B' || i, '{}', '{}', 'zh'
  from generate_series(1, 200) i`

// Skewed as in life: nearly all are closed, a few hundred are open, priorities and components are uneven.
const incidentRows = `insert into incident (${head}, title, impact, urgency, affects_trading, priority, component, assignee, trading_day, resolution,
    channel, due_at)
  select ${idBy('incident')}, 'INC-' || to_char(at, 'YYYYMM') || '-' || lpad(i::text, 7, '0'),
    case when i % 3000 = 0 then 'in-progress' when i % 2500 = 0 then 'waiting' when i % 400 = 0 then 'resolved' else 'closed' end,
    5, at, ${idBy('person', '1 + i % 200')}, at, null, 5, '\\x00',
    '第 ' || i || ' 号故障:交易终端无法登录', 'medium', 'medium', i % 50 = 0,
    'p' || (1 + least(3, floor(power(random(), 0.4) * 4)))::int,
    ${idBy('component', '1 + floor(power(random(), 2) * 60)::int')},
    ${idBy('person', '1 + i % 200')}, at::date, '重启后恢复', 'desk',
    case when i % 3000 = 0 then now() + (i % 977 - 200) * interval '1 minute' end
  from (select i, timestamptz '2018-01-01' + i * interval '4 minutes' as at from generate_series(1, $1::int) i) rows`

const journalRows = `insert into journal (at, record, record_id, n, verb, actor, actor_name, via, changes, prev, digest)
  select timestamptz '2018-01-01' + i * interval '48 seconds', 'incident',
    ${idBy('incident', '1 + i % $2::int')}, 1 + i / $2::int, 'update', null, 'bench',
    'bench', '{"title":["a","b"]}', '\\x00', '\\x00'
  from generate_series(0, $1::int - 1) i`
