import { numberSetting, type Setting, textSetting } from '../../../record/setting.ts'
import { addressSetting } from './listen.settings.ts'

/** Where syslog is taken, over UDP and TCP. */
export const syslogPort = numberSetting('syslog-port', {
  group: 'house',
  words: ['syslog 接收端口', 'Port for syslog'],
  hint: ['UDP 和 TCP 同一端口;0 为不接收。', 'For UDP and TCP alike; 0 takes none.'],
  default: 0,
  least: 0,
  most: 65_535,
})

export const syslogAddress = addressSetting('syslog-address', ['syslog 接收地址', 'Address for syslog'])

/** Where it is taken over TLS (RFC 5425): 6514 by custom. */
export const syslogTlsPort = numberSetting('syslog-tls-port', {
  group: 'house',
  words: ['syslog 加密接收端口(TLS)', 'Port for syslog over TLS'],
  hint: ['通常为 6514;0 为不接收。还须设证书文件。', '6514 by custom; 0 takes none. A certificate is wanted too.'],
  default: 0,
  least: 0,
  most: 65_535,
})

export const syslogCertificate = textSetting('syslog-certificate', {
  group: 'house',
  words: ['syslog 证书文件', 'Certificate file for syslog'],
  hint: [
    '服务器上一个 PEM 文件的绝对路径,内有证书和私钥;文件更换后自动生效。',
    'The absolute path of a PEM file on the server that holds certificate and private key; a new one counts at once.',
  ],
  default: '',
  read: (text) =>
    text === '' || isAbsolutePath(text)
      ? { value: text }
      : { wrong: ['须是绝对路径,或留空。', 'This must be an absolute path, or empty.'] },
})

const isAbsolutePath = (text: string): boolean => text.startsWith('/') || /^[A-Za-z]:[\\/]/.test(text)

export const syslogSettings: readonly Setting[] = [syslogPort, syslogAddress, syslogTlsPort, syslogCertificate]
