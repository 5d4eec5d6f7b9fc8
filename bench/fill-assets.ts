import pg from 'pg'

/** A register as large as a group of firms has it: places, models, assets in racks and at desks, and how they hang together. */
export async function fillAssets(
  url: string,
  { assets, relations }: { readonly assets: number; readonly relations: number },
  say: (text: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const step = async (name: string, text: string, values: unknown[] = []) => {
    const from = performance.now()
    await client.query(text, values)
    say(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
  await client.query("set session_replication_role = 'replica'; set synchronous_commit = off; set work_mem = '128MB'")
  try {
    await step('20 categories, 60 models', categories)
    await step('60 models', models)
    await step('5,000 places', places)
    await step('60 components', components)
    await step(`${assets} assets`, assetRows, [assets])
    await step(`${relations} relations`, relationRows, [relations, assets])
    await step('vacuum analyze', 'vacuum analyze')
  } finally {
    await client.end()
  }
}

const base = `1, now(), null::uuid, now(), null::uuid, 1, '\\x00'::bytea`
const head = 'id, number, state, version, created_at, created_by, updated_at, updated_by, journal_n, journal_head'
const idOf = (kind: number, n: string) => `('00000000-0000-7${kind}00-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
/** The id of the nth asset, as the figures ask for it. */
export const assetId = (n: number): string => `00000000-0000-7700-8000-${n.toString(16).padStart(12, '0')}`
/** The id of the nth place. */
export const placeId = (n: number): string => `00000000-0000-7600-8000-${n.toString(16).padStart(12, '0')}`
/** So many of the first assets are switches to which most others lead. */
export const hubs = 200

const categories = `insert into asset_category (${head}, code, name, name_en, kind, storage, depreciation, useful_months, residual)
  select ${idOf(4, 'i')}, 'ACY-202001-' || lpad(i::text, 4, '0'), 'active', ${base}, 'c' || i, '类别' || i, 'Category ' || i,
    'hardware', false, 'straight-line', 60, 5 from generate_series(1, 20) i`

const models = `insert into asset_model (${head}, name, category, height, watts)
  select ${idOf(5, 'i')}, 'AMD-202001-' || lpad(i::text, 4, '0'), 'active', ${base}, '型号' || i, ${idOf(4, '1 + i % 20')},
    1 + i % 3, 100 + i from generate_series(1, 60) i`

// 20 sites, each with rooms of racks.
const places = `insert into location (${head}, code, name, kind, parent, height)
  select ${idOf(6, 'i')}, 'LOC-202001-' || lpad(i::text, 5, '0'), 'active', ${base}, 'p' || i, '位置' || i,
    case when i <= 20 then 'site' when i <= 500 then 'room' else 'rack' end,
    case when i <= 20 then null when i <= 500 then ${idOf(6, '1 + i % 20')} else ${idOf(6, '21 + i % 480')} end,
    case when i > 500 then 42 end from generate_series(1, 5000) i`

const components = `insert into component (${head}, code, name, kind, environment, criticality, depends_on, actions, health, wanted)
  select ${idOf(2, 'i')}, 'CMP-202001-' || lpad(i::text, 4, '0'), 'in-service', ${base}, 'c' || i, '组件' || i, 'service',
    'production', 'trading', '{}', '[]', 'up', 'running' from generate_series(1, 60) i`

const assetRows = `insert into asset (${head}, tag, name, registered_as, category, model, serial, location, classification,
    components, purchased_on, cost, warranty_until)
  select ${idOf(7, 'i')}, 'AST-202001-' || lpad(i::text, 6, '0'),
    case when i % 20 = 0 then 'retired' when i % 11 = 0 then 'in-stock' else 'in-use' end, ${base},
    'TAG-' || lpad(i::text, 6, '0'), '资产 ' || i, 'in-use', ${idOf(4, '1 + i % 20')}, ${idOf(5, '1 + i % 60')}, 'SN' || md5(i::text),
    ${idOf(6, '21 + i % 4980')}, 'internal',
    case when i % 500 = 0 then array[${idOf(2, '1 + i / 500 % 60')}] else '{}'::uuid[] end,
    date '2018-01-01' + i % 3000, 1000 + i % 50000, date '2021-01-01' + i % 3000
  from generate_series(1, $1::int) i`

// Four of ten lead to a switch, the others to what was registered shortly before.
const relationRows = `insert into asset_relation (${head}, "from", kind, "to")
  select ${idOf(8, 'i')}, 'ARL-202001-' || lpad(i::text, 7, '0'), 'standing', ${base}, ${idOf(7, 'near')},
    case when to_hub then 'connects-to' else 'runs-on' end,
    case when to_hub then ${idOf(7, `1 + (near * 7 + i % 10) % ${hubs}`)} else ${idOf(7, 'near - 1 - i % 10')} end
  from (select i, ${hubs + 11} + (i / 10) % ($2::int - ${hubs + 11}) as near, i % 10 < 4 as to_hub from generate_series(0, $1::int - 1) i) rows
  on conflict do nothing`
