import type { ModelCode } from './models.data.ts'
import { several, type Thing } from './thing.ts'

type Server = readonly [key: string, name: string, model: ModelCode, age: number, more?: Partial<Thing>]

const costs: Partial<Record<ModelCode, number>> = {
  ...{ r750: 68_500, r650: 49_800, r730: 42_000, h2288: 112_000, taishan: 56_000, nf5280: 78_600, rs4: 236_000 },
}

const made: Partial<Record<ModelCode, Thing['custom']>> = {
  r750: { cpu: 'Xeon Gold 6338 × 2', cores: 64, memory: 256, disk: 3_840, system: '麒麟 V10 SP3' },
  r650: { cpu: 'Xeon Silver 4314 × 2', cores: 32, memory: 128, disk: 1_920, system: '麒麟 V10 SP3' },
  r730: { cpu: 'Xeon E5-2640 v4 × 2', cores: 20, memory: 128, disk: 3_600, system: 'CentOS 7.9' },
  h2288: { cpu: 'Xeon Gold 6348 × 2', cores: 56, memory: 512, disk: 960, system: 'FusionCompute 8.6' },
  taishan: { cpu: 'Kunpeng 920 × 2', cores: 96, memory: 256, disk: 7_680, system: '欧拉 22.03' },
  nf5280: { cpu: 'Xeon Gold 5318Y × 2', cores: 48, memory: 256, disk: 7_680, system: '麒麟 V10 SP3' },
  rs4: { cpu: 'Xeon Platinum 8352Y × 4', cores: 128, memory: 1_024, disk: 15_360, system: 'Oracle Linux 8.9' },
}

const heights: Partial<Record<ModelCode, number>> = { r650: 1, rs4: 4 }

/** Fills a rack from below, one free unit between two machines, as one does for the air. */
function inRack(rack: string, net: number, servers: readonly Server[]): Thing[] {
  let unit = 2
  const short = rack.split('-').at(-1)?.toLowerCase() as string
  const isThere = rack.startsWith('SH')
  return servers.map(([key, name, model, age, more], i) => {
    const at = unit
    unit += (heights[model] ?? 2) + 1
    return {
      ...{ key, name, model, age, at: rack, unit: at, host: key },
      of: 'server',
      cost: costs[model] ?? 0,
      warranty: age > 60 ? 60 : 36,
      supplier: model.startsWith('r7') || model === 'r650' ? 'dell' : 'integrator',
      owner: 'engineer',
      classification: 'sensitive',
      address: `10.${isThere ? 20 : 10}.${net}.${11 + i}`,
      ...(made[model] && { custom: made[model] }),
      connectsTo: isThere ? ['core-sh', 'ups-sh'] : [`tor-${short}`, i % 2 ? 'ups-2' : 'ups-1'],
      ...more,
    }
  })
}

const pair = (key: string, name: string, model: ModelCode, age: number): Server[] => [
  [`${key}-1`, `${name}服务器 1`, model, age, { backedUpBy: [`${key}-2`] }],
  [`${key}-2`, `${name}服务器 2`, model, age],
]

export const servers: readonly Thing[] = [
  ...inRack('BJ-MR-A02', 21, [
    ...pair('trd-front', '交易前置', 'r750', 25),
    ...pair('trd-gw', '报单网关', 'r650', 25),
    ...pair('trd-quote', '行情接收', 'r650', 25),
    ...pair('trd-risk', '风险控制', 'r750', 25),
    ['trd-query', '交易查询服务器', 'r650', 25],
    ['trd-adapter', '交易所接口服务器', 'r650', 25],
  ]),
  ...inRack('BJ-MR-A03', 22, [
    ...pair('set-app', '结算', 'nf5280', 33),
    ...pair('bank-app', '银行转账', 'r650', 33),
    ...pair('cli-app', '客户终端接入', 'r750', 19),
    ['open-app', '网上开户服务器', 'nf5280', 19],
    ['sms-app', '短信平台服务器', 'r730', 88],
    ['xchg-app', '数据交换服务器', 'nf5280', 33],
    ['report-app', '监管报送服务器', 'r730', 88],
  ]),
  ...inRack('BJ-MR-A04', 23, several6('vmhost', '虚拟化主机')),
  ...inRack('BJ-MR-B01', 24, [
    ['db-trd-1', '交易数据库服务器 1', 'rs4', 25, { backedUpBy: ['db-trd-2', 'db-dr-1'], classification: 'secret' }],
    ['db-trd-2', '交易数据库服务器 2', 'rs4', 25, { classification: 'secret' }],
    ['db-set-1', '结算数据库服务器 1', 'nf5280', 33, { backedUpBy: ['db-set-2'], classification: 'secret' }],
    ['db-set-2', '结算数据库服务器 2', 'nf5280', 33, { classification: 'secret' }],
    ['db-rpt', '报表数据库服务器', 'taishan', 44],
  ]),
  ...inRack('BJ-MR-B03', 25, [
    [
      'ad-1',
      '域控服务器 1',
      'r730',
      92,
      { backedUpBy: ['ad-2'], custom: { ...made.r730, system: 'Windows Server 2016' } },
    ],
    ['ad-2', '域控服务器 2', 'r730', 92, { custom: { ...made.r730, system: 'Windows Server 2016' } }],
    ['mail-1', '邮件服务器', 'r730', 92],
    ['oa-1', '办公系统服务器', 'r730', 81],
    ['file-1', '文件服务器', 'taishan', 44],
  ]),
  ...inRack('BJ-MR-B04', 26, [
    ['prac-app', '模拟交易应用主机', 'r730', 81, { components: ['host-app'] }],
    ['prac-db', '模拟交易数据库主机', 'r730', 81, { components: ['host-db'] }],
    ['test-1', '测试服务器 1', 'r730', 92, { since: 'repair' }],
    ['test-2', '测试服务器 2', 'r730', 92],
    ['dev-1', '开发服务器', 'taishan', 44],
  ]),
  ...inRack('SH-MR-C02', 21, [
    ['dr-front', '灾备交易前置服务器', 'r650', 28],
    ['dr-gw', '灾备报单网关服务器', 'r650', 28],
    ['dr-quote', '灾备行情服务器', 'r650', 28],
    ['dr-risk', '灾备风控服务器', 'r650', 28],
    ['dr-set', '灾备结算服务器', 'nf5280', 28],
    ['dr-bank', '灾备银行转账服务器', 'r650', 28],
    ['dr-vm-1', '灾备虚拟化主机 1', 'h2288', 28],
    ['dr-vm-2', '灾备虚拟化主机 2', 'h2288', 28],
  ]),
  ...inRack('SH-MR-C03', 24, [
    ['db-dr-1', '灾备交易数据库服务器', 'rs4', 28, { classification: 'secret' }],
    ['db-dr-2', '灾备结算数据库服务器', 'nf5280', 28, { classification: 'secret' }],
  ]),
  store('san-1', '交易存储', 'dorado', 'BJ-MR-B02', 2, 25, 486_000, 30_720),
  store('san-2', '办公存储', 'ocean', 'BJ-MR-B02', 6, 74, 268_000, 46_080),
  { ...store('bak-1', '备份存储', 'backup', 'BJ-MR-B02', 10, 25, 148_000, 92_160), components: ['backup-store'] },
  store('tape-1', '磁带库', 'tape', 'BJ-MR-B02', 14, 58, 126_000, 240_000),
  store('san-sh', '灾备存储', 'dorado', 'SH-MR-C03', 20, 28, 420_000, 30_720),
  ...several(
    3,
    (n): Thing => ({
      ...{
        key: `old-${n}`,
        name: `退役服务器 ${n}`,
        of: 'server',
        model: 'r730',
        at: 'BJ-ST-1',
        age: 104,
        cost: 42_000,
      },
      ...{ warranty: 36, supplier: 'dell', owner: 'engineer', custom: made.r730 ?? {}, since: 'retire' },
    }),
  ),
]

function several6(key: string, name: string): Server[] {
  return Array.from({ length: 6 }, (_, i) => [`${key}-${i + 1}`, `${name} ${i + 1}`, 'h2288', 31])
}

function store(
  key: string,
  name: string,
  model: ModelCode,
  at: string,
  unit: number,
  age: number,
  cost: number,
  disk: number,
): Thing {
  const isThere = at.startsWith('SH')
  return {
    ...{ key, name, model, at, unit, age, cost, host: key },
    of: 'storage',
    warranty: 60,
    supplier: 'integrator',
    owner: 'engineer',
    classification: 'secret',
    custom: { disk, firmware: 'V6.1.6' },
    connectsTo: isThere ? ['core-sh', 'ups-sh'] : ['tor-b02', 'ups-2'],
    ...(key === 'san-1' && { backedUpBy: ['bak-1', 'san-sh'] }),
    ...(key === 'san-2' && { backedUpBy: ['bak-1', 'tape-1'] }),
  }
}
