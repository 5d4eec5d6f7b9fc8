import type { assetCategory } from '../../../areas/assets/asset-category/asset-category.record.ts'
import type { ValuesOf } from '../../../record/record.ts'

type Category = Omit<ValuesOf<typeof assetCategory>, 'code'>

/** The firm's categories by code; the useful lives are those of its accounting rules. */
export const categories = {
  server: hardware('服务器', 'Server', 'SRV', 60, { storage: true }),
  storage: hardware('存储与备份设备', 'Storage', 'STO', 60, { storage: true }),
  network: { ...hardware('网络设备', 'Network device', 'NET', 60), kind: 'network' },
  security: { ...hardware('安全设备', 'Security device', 'SEC', 60), kind: 'network' },
  line: { ...written('线路', 'Line', 'LIN', 'network') },
  desktop: hardware('台式机', 'Desktop', 'PC', 36, { storage: true, depreciation: 'declining' }),
  laptop: hardware('笔记本电脑', 'Laptop', 'NB', 36, { storage: true, depreciation: 'declining' }),
  terminal: hardware('交易终端', 'Trading terminal', 'TT', 36, { storage: true, depreciation: 'declining' }),
  monitor: hardware('显示器', 'Monitor', 'MON', 60),
  phone: hardware('电话与会议设备', 'Phone', 'TEL', 60),
  printer: hardware('打印与扫描设备', 'Printer', 'PRN', 60, { storage: true }),
  vm: { ...written('虚拟机', 'Virtual machine', 'VM', 'software'), storage: true },
  software: {
    ...written('软件系统', 'Software', 'SFT', 'software'),
    depreciation: 'straight-line',
    usefulMonths: 60,
    residual: 0,
  },
  database: { ...written('数据库', 'Database', 'DB', 'database'), storage: true },
  document: written('文档资料', 'Document', 'DOC', 'document'),
  ups: facility('UPS 与电池', 'UPS', 'UPS', 96),
  cooling: facility('空调', 'Air conditioning', 'AC', 96),
  facility: facility('机房设施', 'Facility', 'FAC', 120),
} as const satisfies Record<string, Category>

export type CategoryCode = keyof typeof categories

function hardware(name: string, nameEn: string, tagPrefix: string, usefulMonths: number, more: Partial<Category> = {}) {
  return { name, nameEn, tagPrefix, kind: 'hardware', usefulMonths, residual: 5, ...more } as const
}

function facility(name: string, nameEn: string, tagPrefix: string, usefulMonths: number) {
  return { name, nameEn, tagPrefix, kind: 'facility', usefulMonths, residual: 5 } as const
}

function written(
  name: string,
  nameEn: string,
  tagPrefix: string,
  kind: 'network' | 'software' | 'database' | 'document',
) {
  return { name, nameEn, tagPrefix, kind, depreciation: 'none' } as const
}

interface Asked {
  readonly key: string
  readonly name: string
  readonly nameEn: string
  readonly kind: 'text' | 'number' | 'choice' | 'date' | 'flag'
  readonly of: readonly CategoryCode[]
  readonly choices?: readonly (readonly [value: string, zh: string, en: string])[]
}

/** What is asked of the assets of some categories beside the common fields. */
export const askedOfCategories: readonly Asked[] = [
  { key: 'cpu', name: '处理器', nameEn: 'CPU', kind: 'text', of: ['server', 'desktop', 'laptop', 'terminal', 'vm'] },
  { key: 'cores', name: '核数', nameEn: 'Cores', kind: 'number', of: ['server', 'vm'] },
  {
    key: 'memory',
    name: '内存(GB)',
    nameEn: 'Memory (GB)',
    kind: 'number',
    of: ['server', 'desktop', 'laptop', 'terminal', 'vm'],
  },
  {
    key: 'disk',
    name: '存储容量(GB)',
    nameEn: 'Disk (GB)',
    kind: 'number',
    of: ['server', 'storage', 'desktop', 'laptop', 'terminal', 'vm'],
  },
  {
    key: 'system',
    name: '操作系统',
    nameEn: 'Operating system',
    kind: 'text',
    of: ['server', 'desktop', 'laptop', 'terminal', 'vm'],
  },
  { key: 'ports', name: '端口数', nameEn: 'Ports', kind: 'number', of: ['network', 'security'] },
  {
    key: 'firmware',
    name: '固件版本',
    nameEn: 'Firmware',
    kind: 'text',
    of: ['network', 'security', 'storage', 'printer'],
  },
  { key: 'carrier', name: '运营商线路号', nameEn: 'Circuit', kind: 'text', of: ['line'] },
  { key: 'bandwidth', name: '带宽(Mb/s)', nameEn: 'Bandwidth (Mb/s)', kind: 'number', of: ['line'] },
  { key: 'far', name: '对端', nameEn: 'Far end', kind: 'text', of: ['line'] },
  { key: 'inches', name: '尺寸(英寸)', nameEn: 'Size (inches)', kind: 'number', of: ['monitor'] },
  { key: 'extension', name: '分机号', nameEn: 'Extension', kind: 'text', of: ['phone'] },
  { key: 'version', name: '版本', nameEn: 'Version', kind: 'text', of: ['software', 'database', 'document'] },
  {
    key: 'deployment',
    name: '部署方式',
    nameEn: 'Deployment',
    kind: 'choice',
    of: ['software', 'database'],
    choices: [
      ['single', '单机', 'Single'],
      ['pair', '主备', 'Primary and standby'],
      ['cluster', '集群', 'Cluster'],
    ],
  },
  { key: 'size', name: '数据量(GB)', nameEn: 'Data (GB)', kind: 'number', of: ['database'] },
  { key: 'capacity', name: '容量(kVA)', nameEn: 'Capacity (kVA)', kind: 'number', of: ['ups'] },
  { key: 'minutes', name: '满载续航(分钟)', nameEn: 'Runtime (minutes)', kind: 'number', of: ['ups'] },
  { key: 'battery-on', name: '电池更换日期', nameEn: 'Batteries changed on', kind: 'date', of: ['ups'] },
  { key: 'cooling', name: '制冷量(kW)', nameEn: 'Cooling (kW)', kind: 'number', of: ['cooling'] },
  { key: 'copies', name: '份数', nameEn: 'Copies', kind: 'number', of: ['document'] },
  {
    key: 'medium',
    name: '载体',
    nameEn: 'Medium',
    kind: 'choice',
    of: ['document'],
    choices: [
      ['paper', '纸质', 'Paper'],
      ['file', '电子', 'Electronic'],
    ],
  },
]
