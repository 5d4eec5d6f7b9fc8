import { base, filling, head } from './filling.ts'

/** So many controls of the firm's own over assets, each template among them; with those in code that makes a hundred. */
export const fillControls = (url: string, count: number, say: (text: string) => void): Promise<void> =>
  filling(url, say, async (step) => {
    await step(`${count} own controls`, ownControls, [count, JSON.stringify(templates)])
  })

const templates = [
  { is: 'filled', fields: ['owner', 'serial', 'location'] },
  { is: 'fresh', field: 'purchasedOn', days: 2_000 },
  { is: 'count', rows: 'loan.asset', states: [], most: 3 },
  {
    is: 'chain',
    steps: [
      { is: 'link', field: 'model', states: ['active'] },
      { is: 'link', field: 'location', states: [] },
    ],
  },
]

const ownControls = `insert into own_control (${head}, code, edition, title, area, reason, remedy, record, judges, scope, min_subjects)
  select gen_random_uuid(), 'OCT-202001-' || lpad(i::text, 4, '0'), 'effective', ${base}, 'X-' || lpad(i::text, 3, '0'), 1, '自设 ' || i,
    'assets', '测量', '补上', 'asset', ($2::jsonb)->(i % 4), '{"states":[],"values":[]}', 1 from generate_series(1, $1::int) i`
