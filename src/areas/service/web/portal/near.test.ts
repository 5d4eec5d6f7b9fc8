import { expect, it } from 'vitest'
import { isNear } from './near.ts'

it.each([
  ['终端登不上', '交易终端开通', true],
  ['开通终端', '交易终端开通', true],
  ['VPN', '开通 VPN 远程办公', true],
  ['我要领一台打印机', '打印机领用', true],
  ['密码', '打印机领用', false],
  ['', '打印机领用', false],
])('%j and %j', (asked, called, expected) => {
  expect(isNear(asked, called)).toBe(expected)
})
