import { base, components, filling, head, idBy } from './filling.ts'

/** A register as large as a group of firms has it: places, models, assets in racks and at desks, and how they hang together. */
export const fillAssets = (
  url: string,
  { assets, relations }: { readonly assets: number; readonly relations: number },
  say: (text: string) => void,
): Promise<void> =>
  filling(url, say, async (step) => {
    await step('20 categories', categories)
    await step('60 models', models)
    await step('5,000 places', places)
    await step('60 components', components)
    await step(`${assets} assets`, assetRows, [assets])
    await step(`${relations} relations`, relationRows, [relations, assets])
  })

/** So many of the first assets are switches to which most others lead. */
export const hubs = 200

const categories = `insert into asset_category (${head}, code, name, name_en, kind, storage, depreciation, useful_months, residual)
  select ${idBy('category')}, 'ACY-202001-' || lpad(i::text, 4, '0'), 'active', ${base}, 'c' || i, '类别' || i, 'Category ' || i,
    'hardware', false, 'straight-line', 60, 5 from generate_series(1, 20) i`

const models = `insert into asset_model (${head}, name, category, height, watts)
  select ${idBy('model')}, 'AMD-202001-' || lpad(i::text, 4, '0'), 'active', ${base}, '型号' || i, ${idBy('category', '1 + i % 20')},
    1 + i % 3, 100 + i from generate_series(1, 60) i`

// 20 sites, each with rooms of racks.
const places = `insert into location (${head}, code, name, kind, parent, height)
  select ${idBy('place')}, 'LOC-202001-' || lpad(i::text, 5, '0'), 'active', ${base}, 'p' || i, '位置' || i,
    case when i <= 20 then 'site' when i <= 500 then 'room' else 'rack' end,
    case when i <= 20 then null when i <= 500 then ${idBy('place', '1 + i % 20')} else ${idBy('place', '21 + i % 480')} end,
    case when i > 500 then 42 end from generate_series(1, 5000) i`

const assetRows = `insert into asset (${head}, tag, name, registered_as, category, model, serial, location, classification,
    components, purchased_on, cost, warranty_until)
  select ${idBy('asset')}, 'AST-202001-' || lpad(i::text, 6, '0'),
    case when i % 20 = 0 then 'retired' when i % 11 = 0 then 'in-stock' else 'in-use' end, ${base},
    'TAG-' || lpad(i::text, 6, '0'), '资产 ' || i, 'in-use', ${idBy('category', '1 + i % 20')}, ${idBy('model', '1 + i % 60')}, 'SN' || md5(i::text),
    ${idBy('place', '21 + i % 4980')}, 'internal',
    case when i % 500 = 0 then array[${idBy('component', '1 + i / 500 % 60')}] else '{}'::uuid[] end,
    date '2018-01-01' + i % 3000, 1000 + i % 50000, date '2021-01-01' + i % 3000
  from generate_series(1, $1::int) i`

// Four of ten lead to a switch, the others to what was registered shortly before.
const relationRows = `insert into asset_relation (${head}, "from", kind, "to")
  select ${idBy('relation')}, 'ARL-202001-' || lpad(i::text, 7, '0'), 'standing', ${base}, ${idBy('asset', 'near')},
    case when to_hub then 'connects-to' else 'runs-on' end,
    case when to_hub then ${idBy('asset', `1 + (near * 7 + i % 10) % ${hubs}`)} else ${idBy('asset', 'near - 1 - i % 10')} end
  from (select i, ${hubs + 11} + (i / 10) % ($2::int - ${hubs + 11}) as near, i % 10 < 4 as to_hub from generate_series(0, $1::int - 1) i) rows
  on conflict do nothing`
