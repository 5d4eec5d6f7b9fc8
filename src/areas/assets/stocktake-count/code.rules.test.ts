import { describe, expect, it } from 'vitest'
import { readCode } from './code.rules.ts'

describe('a label', () => {
  it.each([
    ['https://it.firm.example/assets/AST-202611-0042', { is: 'number', text: 'AST-202611-0042' }],
    ['http://10.0.0.7:7300/assets/ast-202611-0042?from=label', { is: 'number', text: 'AST-202611-0042' }],
    ['https://it.firm.example/assets/SRV%200012', { is: 'tag', text: 'SRV 0012' }],
    ['https://it.firm.example/locations/LOC-202611-0003', { is: 'place', text: 'LOC-202611-0003' }],
    ['https://it.firm.example/assets/%E0%A4%A', { is: 'tag', text: '%E0%A4%A' }],
    ['００１２', { is: 'tag', text: '0012' }],
    [' PC-0007 ', { is: 'tag', text: 'PC-0007' }],
    ['AST-202611-0042', { is: 'number', text: 'AST-202611-0042' }],
    ['https://elsewhere.example/x', { is: 'tag', text: 'https://elsewhere.example/x' }],
  ])('%s', (read, said) => expect(readCode(read)).toEqual(said))
})
