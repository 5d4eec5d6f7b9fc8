import type { Report } from '../../../areas/assets/discovery/report.rules.ts'

type Software = NonNullable<Report['software']>

/** What the firm's Linux servers have in common, by the way their system calls it. */
export const onLinux: Software = [
  { name: 'openssh-server', version: '8.2p1-17' },
  { name: 'java-11-openjdk', version: '11.0.21' },
  { name: '奇安信网神终端安全管理系统', version: '10.3.0.5018', publisher: '奇安信' },
  { name: 'chrony', version: '4.2' },
]

export const onWindows: Software = [
  { name: 'Microsoft Office 专业增强版 2019 - zh-cn', version: '16.0.10417.20012', publisher: 'Microsoft Corporation' },
  { name: 'WPS Office (12.1.0.17827)', version: '12.1.0.17827', publisher: 'Kingsoft Corp.' },
  { name: 'Google Chrome', version: '130.0.6723.117', publisher: 'Google LLC' },
  { name: '企业微信', version: '4.1.31.6017', publisher: '腾讯科技(深圳)有限公司' },
  { name: '7-Zip 23.01 (x64)', version: '23.01', publisher: 'Igor Pavlov' },
  { name: '奇安信天擎', version: '10.3.0.5018', publisher: '奇安信科技集团股份有限公司' },
]

/** What serves on a server, by how its key begins. */
export const serving: readonly (readonly [start: string, software: Software])[] = [
  [
    'trd-',
    [
      { name: 'nginx', version: '1.24.0' },
      { name: 'redis-server', version: '7.2.4' },
    ],
  ],
  ['set-', [{ name: 'Apache Tomcat 9', version: '9.0.83' }]],
  ['bank-', [{ name: 'Apache Tomcat 9', version: '9.0.83' }]],
  ['cli-', [{ name: 'nginx', version: '1.24.0' }]],
  ['db-trd-', [{ name: 'Oracle Database 19c', version: '19.21' }]],
  ['db-set-', [{ name: 'Oracle Database 19c', version: '19.21' }]],
  ['db-rpt', [{ name: 'postgresql-16', version: '16.4' }]],
]

/** What was changed and not written down: by key of the asset, what its agent says otherwise. */
export const otherwise: Readonly<
  Record<
    string,
    { readonly hostname?: string; readonly address?: string; readonly memoryMb?: number; readonly os?: string }
  >
> = {
  'trd-risk-2': { memoryMb: 515_640 },
  'cli-app-1': { address: '10.10.22.118' },
  'db-rpt': { memoryMb: 515_640, address: '10.10.24.35' },
  'set-app-2': { hostname: 'set-app-new' },
}

/** What nobody registered. */
export const strangers: readonly Pick<Report, 'identity' | 'kind' | 'hardware' | 'os' | 'software'>[] = [
  {
    identity: {
      hostname: 'quote-test-03',
      serial: '7XK2M93',
      macs: ['b0:7b:25:c1:4e:90'],
      addresses: ['10.10.26.77'],
    },
    kind: 'server',
    hardware: {
      maker: 'Dell Inc.',
      model: 'PowerEdge R650',
      cpu: 'Intel(R) Xeon(R) Silver 4314 CPU @ 2.40GHz',
      cores: 32,
      memoryMb: 128_700,
      disks: [{ name: 'sda', sizeGb: 1_920 }],
    },
    os: { name: '麒麟 V10 SP3' },
    software: [...onLinux, { name: 'redis-server', version: '6.2.6' }],
  },
  {
    identity: {
      hostname: 'desktop-lr8k2q',
      serial: 'PF4X7R2B',
      macs: ['a4:bb:6d:77:10:2c'],
      addresses: ['10.10.40.213'],
    },
    kind: 'laptop',
    hardware: {
      maker: 'LENOVO',
      model: 'ThinkPad X1 Carbon Gen 11',
      cpu: '13th Gen Intel(R) Core(TM) i7-1365U',
      cores: 12,
      memoryMb: 32_390,
      disks: [{ name: 'Samsung SSD', sizeGb: 1_024 }],
    },
    os: { name: 'Microsoft Windows 11 专业版', version: '10.0.22631' },
    software: [...onWindows, { name: '向日葵远程控制', version: '15.3.1', publisher: '上海贝锐信息科技股份有限公司' }],
  },
]

/** Heard of a month ago, and not since. */
export const silent = 'xchg-app'
