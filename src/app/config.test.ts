import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

it('names every wrong setting at once', () => {
  expect(() => readConfig({ PORT: 'x', TOUCHSTONE_DEMO: 'yes', TOUCHSTONE_FLOOR_PORT: '-1' })).toThrow(
    /PORT must be a port, not "x".*TOUCHSTONE_FLOOR_PORT.*"-1"/,
  )
  expect(() => readConfig({ TOUCHSTONE_DEMO: 'yes' })).toThrow('TOUCHSTONE_DEMO must be 0 or 1')
})
