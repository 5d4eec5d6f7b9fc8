import { numberSetting, type Setting } from '../../../record/setting.ts'
import { addressSetting } from './listen.settings.ts'

/** Where SNMP traps and informs are taken, over UDP: 162 by custom. */
export const trapPort = numberSetting('snmp-trap-port', {
  group: 'house',
  words: ['SNMP Trap 接收端口', 'Port for SNMP traps'],
  hint: ['UDP,通常为 162;0 为不接收。', 'Over UDP, 162 by custom; 0 takes none.'],
  default: 0,
  least: 0,
  most: 65_535,
})

export const trapAddress = addressSetting('snmp-trap-address', ['SNMP Trap 接收地址', 'Address for SNMP traps'])

export const snmpSettings: readonly Setting[] = [trapPort, trapAddress]
