import { wordsFor } from '../../../record/record.ts'
import { snmpTarget } from './snmp-target.record.ts'

const none = ['无', 'None'] as const

export const snmpTargetWords = wordsFor(snmpTarget, {
  name: ['SNMP 采集', 'SNMP target'],
  plural: ['SNMP 采集', 'SNMP targets'],
  empty: [
    '还没有 SNMP 采集。登记交换机、防火墙的地址和团体名,系统定期询问型号、序列号和接口。',
    'No SNMP targets yet. Give the address and community of a switch or firewall, and it is asked what it is.',
  ],
  fields: {
    name: ['名称', 'Name'],
    host: ['主机', 'Host'],
    port: ['端口', 'Port'],
    protocol: ['协议版本', 'Protocol'],
    user: ['用户名(v3)', 'User (v3)'],
    auth: ['认证(v3)', 'Authentication (v3)'],
    priv: ['加密(v3)', 'Privacy (v3)'],
    every: ['多久询问一次', 'Asked'],
    secretSet: ['已设密钥', 'Key is set'],
    trouble: ['未能询问', 'Trouble'],
  },
  states: { active: ['启用', 'Active'], stopped: ['停用', 'Stopped'] },
  verbs: { stop: ['停用', 'Stop'], resume: ['启用', 'Resume'] },
  choices: {
    protocol: { v2c: ['v2c', 'v2c'], v3: ['v3', 'v3'] },
    auth: {
      none,
      md5: ['MD5', 'MD5'],
      sha: ['SHA-1', 'SHA-1'],
      sha256: ['SHA-256', 'SHA-256'],
      sha512: ['SHA-512', 'SHA-512'],
    },
    priv: { none, des: ['DES', 'DES'], aes: ['AES-128', 'AES-128'], aes256: ['AES-256', 'AES-256'] },
    every: { hour: ['每小时', 'Every hour'], day: ['每天', 'Every day'], week: ['每周', 'Every week'] },
  },
  acts: { 'set-secret': ['设置了密钥', 'Set the keys'] },
})
