import { z } from 'zod'
import { textSetting } from '../../../record/setting.ts'
import type { Words } from '../../../record/words.ts'

/** By which of this machine's addresses something is taken. */
export const addressSetting = (key: string, words: Words) =>
  textSetting(key, {
    group: 'house',
    words,
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
