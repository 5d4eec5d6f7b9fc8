import { z } from 'zod'
import { numberSetting, type Setting, textSetting } from '../../../record/setting.ts'

/** Where syslog is taken, over UDP and TCP. */
export const syslogPort = numberSetting('syslog-port', {
  group: 'house',
  words: ['syslog 接收端口', 'Port for syslog'],
  hint: ['UDP 和 TCP 同一端口;0 为不接收。', 'For UDP and TCP alike; 0 takes none.'],
  default: 0,
  least: 0,
  most: 65_535,
})

export const syslogAddress = textSetting('syslog-address', {
  group: 'house',
  words: ['syslog 接收地址', 'Address for syslog'],
  hint: [
    '本机网卡的地址;0.0.0.0 或 :: 为全部网卡。',
    'Of one of this machine’s interfaces; 0.0.0.0 or :: are all of them.',
  ],
  default: '127.0.0.1',
  read: (text) =>
    z.union([z.ipv4(), z.ipv6()]).safeParse(text).success
      ? { value: text }
      : { wrong: ['须是 IPv4 或 IPv6 地址。', 'This must be an IPv4 or IPv6 address.'] },
})

export const syslogSettings: readonly Setting[] = [syslogPort, syslogAddress]
