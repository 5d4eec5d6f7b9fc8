import type { CategoryCode } from './categories.data.ts'

export interface Model {
  readonly name: string
  readonly maker: string
  readonly of: CategoryCode
  readonly height?: number
  readonly watts?: number
  /** Years from the demo's day to the end of the maker's support; none where nobody knows. */
  readonly support?: number
}

const model = (of: CategoryCode, maker: string, name: string, more: Partial<Model> = {}): Model => ({
  name: `${maker} ${name}`,
  maker,
  of,
  ...more,
})

/** What the firm has bought, by a short name. */
export const models = {
  r750: model('server', 'Dell', 'PowerEdge R750', { height: 2, watts: 800, support: 3 }),
  r730: model('server', 'Dell', 'PowerEdge R730', { height: 2, watts: 750, support: -1 }),
  r650: model('server', 'Dell', 'PowerEdge R650', { height: 1, watts: 600, support: 3 }),
  h2288: model('server', 'Huawei', 'FusionServer 2288H V6', { height: 2, watts: 850, support: 4 }),
  taishan: model('server', 'Huawei', 'TaiShan 200 2280', { height: 2, watts: 700, support: 2 }),
  nf5280: model('server', 'Inspur', 'NF5280M6', { height: 2, watts: 800, support: 3 }),
  rs4: model('server', 'Inspur', 'NF8480M6', { height: 4, watts: 1_600, support: 3 }),
  dorado: model('storage', 'Huawei', 'OceanStor Dorado 5000 V6', { height: 2, watts: 900, support: 4 }),
  ocean: model('storage', 'Huawei', 'OceanStor 5300 V5', { height: 2, watts: 700, support: 0.4 }),
  backup: model('storage', 'Dell', 'PowerVault ME5024', { height: 2, watts: 580, support: 4 }),
  tape: model('storage', 'IBM', 'TS4300', { height: 3, watts: 250, support: 2 }),
  s6520: model('network', 'H3C', 'S6520X-54QC-EI', { height: 1, watts: 150, support: 4 }),
  s5560: model('network', 'H3C', 'S5560X-54C-EI', { height: 1, watts: 90, support: 2 }),
  s5130: model('network', 'H3C', 'S5130S-52S-PWR', { height: 1, watts: 440, support: 3 }),
  ce6857: model('network', 'Huawei', 'CE6857F-48S6CQ', { height: 1, watts: 190, support: 4 }),
  msr: model('network', 'H3C', 'MSR3620-X1', { height: 1, watts: 100, support: 1 }),
  ar: model('network', 'Huawei', 'AR6140-16G4XG', { height: 1, watts: 80, support: 3 }),
  ap: model('network', 'H3C', 'WA6320', { watts: 13, support: 3 }),
  f5: model('network', 'F5', 'BIG-IP i2600', { height: 1, watts: 250, support: 0.8 }),
  clock: model('network', 'Meinberg', 'LANTIME M300', { height: 1, watts: 30, support: 5 }),
  usg: model('security', 'Huawei', 'USG6655F', { height: 1, watts: 170, support: 4 }),
  hillstone: model('security', 'Hillstone', 'SG-6000-A3700', { height: 1, watts: 150, support: 3 }),
  ips: model('security', 'NSFOCUS', 'NIPS NX5', { height: 2, watts: 300, support: 2 }),
  bastion: model('security', 'QIZHI', 'SHTERM 3000', { height: 1, watts: 200, support: 2 }),
  audit: model('security', 'Venustech', 'LA-DT-3000', { height: 2, watts: 300, support: 2 }),
  kvm: model('facility', 'ATEN', 'CL5708M', { height: 1, watts: 30 }),
  ups20: model('ups', 'Kehua', 'KR33-20K', { watts: 600, support: 5 }),
  ups60: model('ups', 'Huawei', 'UPS5000-E-60K', { watts: 1_200, support: 6 }),
  battery: model('ups', 'Shoto', '6-FMX-100 × 32', {}),
  pex: model('cooling', 'Vertiv', 'Liebert PEX P1035', { watts: 12_000, support: 4 }),
  split: model('cooling', 'Gree', 'KFR-120LW', { watts: 4_200 }),
  gas: model('facility', '海湾', 'QMQ4.2 气体灭火', {}),
  monitoring: model('facility', '共济', '动力环境监控主机', { height: 2, watts: 60 }),
  nvr: model('facility', 'Hikvision', 'DS-8632N', { height: 2, watts: 120 }),
  camera: model('facility', 'Hikvision', 'DS-2CD3T47', { watts: 8 }),
  gate: model('facility', 'ZKTeco', 'inBio460', { watts: 20 }),
  generator: model('facility', 'Cummins', 'C110D5', {}),
  pdu: model('facility', '突破', '机柜配电单元 32A', {}),
  m920: model('desktop', 'Lenovo', 'ThinkCentre M930t', { watts: 180, support: 1 }),
  o7090: model('desktop', 'Dell', 'OptiPlex 7090', { watts: 200, support: 2 }),
  hp600: model('desktop', 'HP', 'EliteDesk 600 G4', { watts: 180, support: -2 }),
  x1: model('laptop', 'Lenovo', 'ThinkPad X1 Carbon Gen 11', { watts: 65, support: 3 }),
  t14: model('laptop', 'Lenovo', 'ThinkPad T14 Gen 3', { watts: 65, support: 2 }),
  mate: model('laptop', 'Huawei', 'MateBook B7-410', { watts: 65, support: 1 }),
  z2: model('terminal', 'HP', 'Z2 Tower G9', { watts: 350, support: 4 }),
  p350: model('terminal', 'Lenovo', 'ThinkStation P350', { watts: 350, support: 1 }),
  u27: model('monitor', 'Dell', 'U2723QE', { watts: 40 }),
  p24: model('monitor', 'Dell', 'P2422H', { watts: 25 }),
  t46: model('phone', 'Yealink', 'SIP-T46U', { watts: 6 }),
  room: model('phone', 'Huawei', 'IdeaHub B3 65', { watts: 300 }),
  m428: model('printer', 'HP', 'LaserJet Pro M428fdw', { watts: 500, support: 1 }),
  a3: model('printer', 'Ricoh', 'IM C3000', { watts: 1_500, support: 3 }),
  scan: model('printer', 'Fujitsu', 'fi-7160', { watts: 40 }),
} as const satisfies Record<string, Model>

export type ModelCode = keyof typeof models

export const suppliers = {
  integrator: { name: '北京恒通系统集成有限公司(演示)', kind: 'reseller', contact: '刘工', phone: '010-5555-0116' },
  dell: { name: '戴尔(中国)授权服务商(演示)', kind: 'manufacturer', contact: '报修台', hotline: '400-555-0171' },
  network: { name: '上海信网网络技术有限公司(演示)', kind: 'reseller', contact: '周工', phone: '021-5555-0132' },
  platform: { name: '金易软件(演示)', kind: 'software', contact: '技术支持', hotline: '021-5555-0188' },
  office: { name: '北京联创办公设备有限公司(演示)', kind: 'reseller', contact: '何经理', phone: '010-5555-0140' },
  carrierA: { name: '甲运营商(演示)', kind: 'carrier', contact: '客户服务台', hotline: '021-5555-0100' },
  carrierB: { name: '乙运营商(演示)', kind: 'carrier', contact: '客户服务台', hotline: '021-5555-0200' },
  power: { name: '科源电力设备维护有限公司(演示)', kind: 'maintenance', contact: '服务热线', hotline: '021-5555-0120' },
} as const

export type SupplierCode = keyof typeof suppliers
