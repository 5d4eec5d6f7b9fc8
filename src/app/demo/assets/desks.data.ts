import { chance } from '../chance.ts'
import { staff } from './staff.data.ts'
import { several, type Thing, two } from './thing.ts'

/** Who sits where, the holders of demo accounts among them: login or employee number, department, desk. */
const sitters: readonly { who: string; department: string; desk: string }[] = (
  [
    ['IT', 'BJ-OC', 1, ['operator', 'checker'], [0, 4]],
    ['IT', 'BJ-OF', 1, ['engineer', 'manager', 'admin'], [4, 10]],
    ['TRD', 'BJ-TR', 1, ['business'], [0, 24]],
    ['RSK', 'BJ-RK', 1, [], [0, 10]],
    ['AUD', 'BJ-OF', 10, ['auditor'], [0, 4]],
    ['FIN', 'BJ-OF', 15, [], [0, 8]],
    ['ADM', 'BJ-OF', 23, [], [0, 10]],
  ] as const
).flatMap(([department, room, first, logins, [from, to]]) => {
  const hired = staff.filter((one) => one.department === department).map(({ no }) => no)
  return [...logins, ...hired.slice(from, to)].map((who, i) => ({
    ...{ who, department },
    desk: `${room}-${two(first + i)}`,
  }))
})

const luck = chance(600)

/** The switch of the floor that a desk's socket leads to. */
const socket = (desk: string, i: number): string =>
  /^BJ-(TR|RK)/.test(desk) ? `sw-11-${1 + (i % 6)}` : `sw-12-${1 + (i % 4)}`

const makes = {
  desktop: [
    ['m920', 5_680, { cpu: 'i5-10500', memory: 16, disk: 512, system: 'Windows 11' }],
    ['o7090', 6_120, { cpu: 'i5-11500', memory: 16, disk: 512, system: 'Windows 11' }],
    ['hp600', 4_980, { cpu: 'i5-8500', memory: 8, disk: 256, system: 'Windows 10' }],
  ],
  laptop: [
    ['x1', 12_800, { cpu: 'i7-1365U', memory: 32, disk: 1_024, system: 'Windows 11' }],
    ['t14', 8_960, { cpu: 'i7-1260P', memory: 16, disk: 512, system: 'Windows 11' }],
    ['mate', 6_480, { cpu: 'i5-1135G7', memory: 16, disk: 512, system: '统信 UOS 20' }],
  ],
  terminal: [
    ['z2', 11_600, { cpu: 'i7-13700', memory: 32, disk: 1_024, system: 'Windows 11' }],
    ['p350', 10_400, { cpu: 'i7-11700', memory: 32, disk: 512, system: 'Windows 10' }],
  ],
} as const

const ages = {
  m920: [40, 58],
  o7090: [30, 46],
  hp600: [70, 88],
  x1: [6, 22],
  t14: [24, 38],
  mate: [40, 54],
  z2: [8, 26],
  p350: [44, 56],
} as const

type Sort = keyof typeof makes

function computer(of: Sort, key: string, name: string, more: Partial<Thing>): Thing {
  const [model, cost, custom] = luck.pick<(typeof makes)[Sort][number]>(makes[of])
  const [least, most] = ages[model]
  return {
    ...{ key, name, of, model, cost, custom },
    age: luck.between(least, most),
    warranty: 36,
    supplier: 'office',
    ...(more.at && { connectsTo: [socket(more.at, luck.between(0, 11))] }),
    ...more,
  }
}

const wordOf = { desktop: '台式机', laptop: '笔记本电脑', terminal: '交易终端' } as const

const monitor = (key: string, of: string, more: Partial<Thing>): Thing => ({
  ...{ key, name: '显示器', partOf: [of] },
  of: 'monitor',
  model: of.startsWith('tt') ? 'u27' : 'p24',
  cost: of.startsWith('tt') ? 3_280 : 1_180,
  age: luck.between(10, 60),
  warranty: 36,
  supplier: 'office',
  custom: { inches: of.startsWith('tt') ? 27 : 24 },
  ...more,
})

/** What stands at each desk: a computer, a dealer's terminal with two screens, a telephone. */
const atDesks: readonly Thing[] = sitters.flatMap(({ who, department, desk }, i): Thing[] => {
  const mine = { custodian: who, department, at: desk }
  const of = department === 'IT' ? 'laptop' : 'desktop'
  const own = computer(of, `${of === 'laptop' ? 'nb' : 'pc'}-${i}`, wordOf[of], {
    ...mine,
    host: `${of === 'laptop' ? 'NB' : 'PC'}${1_000 + i}`,
  })
  const phone: Thing = {
    ...mine,
    ...{
      key: `tel-${i}`,
      name: 'IP 电话',
      of: 'phone',
      model: 't46',
      cost: 890,
      age: 44,
      warranty: 36,
      supplier: 'office',
    },
    custom: { extension: String(8_100 + i) },
    connectsTo: [socket(desk, i)],
  }
  if (department !== 'TRD') return [own, monitor(`mon-${i}`, own.key, mine), phone]
  const terminal = computer('terminal', `tt-${i}`, wordOf.terminal, {
    ...mine,
    classification: 'sensitive',
    host: `TT${two(i)}`,
    owner: 'engineer',
  })
  return [own, terminal, monitor(`mon-${i}a`, terminal.key, mine), monitor(`mon-${i}b`, terminal.key, mine), phone]
})

const shared: readonly Thing[] = [
  ...several(
    6,
    (n): Thing => ({
      ...{
        key: `prn-${n}`,
        name: `激光打印机 ${n}`,
        of: 'printer',
        model: 'm428',
        age: 52,
        cost: 3_180,
        warranty: 12,
        supplier: 'office',
      },
      at: ['BJ-TR', 'BJ-TR', 'BJ-RK', 'BJ-OF', 'BJ-OF', 'BJ-OC'][n - 1] as string,
      department: ['TRD', 'TRD', 'RSK', 'FIN', 'ADM', 'IT'][n - 1] as string,
      custom: { firmware: '002.2318A' },
      connectsTo: [n <= 3 ? `sw-11-${n}` : `sw-12-${n - 2}`],
      ...(n === 2 && { since: 'repair' as const }),
    }),
  ),
  ...several(
    2,
    (n): Thing => ({
      ...{
        key: `a3-${n}`,
        name: `复合机 ${n}`,
        of: 'printer',
        model: 'a3',
        age: 30,
        cost: 26_800,
        warranty: 36,
        supplier: 'office',
      },
      ...{
        at: n === 1 ? 'BJ-OF' : 'BJ-TR',
        department: n === 1 ? 'ADM' : 'TRD',
        custom: { firmware: '1.12' },
        connectsTo: [`sw-1${3 - n}-1`],
      },
    }),
  ),
  {
    key: 'scan-1',
    name: '档案扫描仪',
    of: 'printer',
    model: 'scan',
    at: 'BJ-AR',
    department: 'ADM',
    age: 64,
    cost: 7_600,
    warranty: 12,
    supplier: 'office',
  },
  ...several(
    3,
    (n): Thing => ({
      ...{
        key: `hub-${n}`,
        name: `会议平板 ${n}`,
        of: 'phone',
        model: 'room',
        age: 27,
        cost: 21_800,
        warranty: 36,
        supplier: 'office',
      },
      ...{
        at: ['BJ-M1', 'BJ-M2', 'SH-OF'][n - 1] as string,
        department: 'ADM',
        custom: { extension: String(8_000 + n) },
      },
    }),
  ),
  ...several(8, (n) =>
    computer('terminal', `tt-sh-${n}`, '备用交易终端', {
      at: `SH-OF-${two(n)}`,
      department: 'TRD',
      connectsTo: ['core-sh'],
      classification: 'sensitive',
    }),
  ),
]

const spare = { at: 'BJ-ST-1', as: 'in-stock', connectsTo: [] } as const

/** What waits to be given out, what is on its way, and what nobody uses any more. */
const spares: readonly Thing[] = [
  ...several(14, (n) => computer('desktop', `pc-s${n}`, '台式机', spare)),
  ...several(8, (n) => computer('laptop', `nb-s${n}`, '笔记本电脑', { ...spare, age: luck.between(2, 9) })),
  ...several(14, (n) => monitor(`mon-s${n}`, '', { ...spare, partOf: [] })),
  ...several(4, (n) => computer('laptop', `nb-o${n}`, '笔记本电脑', { as: 'ordered', age: 0 })),
  ...several(12, (n) =>
    computer('desktop', `pc-r${n}`, '台式机', {
      at: 'BJ-ST-2',
      age: luck.between(78, 100),
      connectsTo: [],
      since: 'retire',
    }),
  ),
  computer('laptop', 'nb-l1', '笔记本电脑', { department: 'TRD', age: 44, since: 'lose' }),
]

export const workplaces: readonly Thing[] = [...atDesks, ...shared, ...spares]
