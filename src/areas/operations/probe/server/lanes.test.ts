import { describe, expect, it } from 'vitest'
import { Lanes } from './lanes.ts'

/** Work that ends when told to. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('lanes', () => {
  it('keep the order of one key and let others pass', async () => {
    const lanes = new Lanes(2)
    const done: string[] = []
    const first = gate()
    const say = (what: string) => async () => void done.push(what)
    lanes.run('a', (turn) => turn('now', () => first.opened.then(say('a1'))))
    lanes.run('a', (turn) => turn('now', say('a2')))
    lanes.run('b', (turn) => turn('now', async () => say('b1')().then(first.open)))
    await lanes.drain()
    expect(done).toEqual(['b1', 'a1', 'a2'])
  })

  it('do no more at once than they are wide', async () => {
    const lanes = new Lanes(3)
    let running = 0
    let most = 0
    for (let i = 0; i < 20; i++) {
      lanes.run(`${i}`, (turn) =>
        turn('now', async () => {
          most = Math.max(most, ++running)
          await new Promise((resolve) => setImmediate(resolve))
          running--
        }),
      )
    }
    await lanes.drain()
    expect([most, running]).toEqual([3, 0])
  })

  it('let what is urgent pass what can wait, even of what waits already', async () => {
    const lanes = new Lanes(1)
    const done: string[] = []
    const under = gate()
    lanes.run('a', (turn) => turn('now', () => under.opened))
    for (const key of ['b', 'c']) lanes.run(key, (turn) => turn('later', async () => void done.push(key)))
    lanes.run('d', (turn) => turn('now', async () => void done.push('d')))
    await new Promise((resolve) => setImmediate(resolve))
    under.open()
    await lanes.drain()
    expect(done).toEqual(['d', 'b', 'c'])
  })

  it('begin nothing more once stopped, and wait for what is under way', async () => {
    const lanes = new Lanes(1)
    const done: string[] = []
    const under = gate()
    lanes.run('a', (turn) => turn('now', () => under.opened.then(() => void done.push('a'))))
    lanes.run('b', (turn) => turn('now', async () => void done.push('b')).catch((error) => void done.push(error.name)))
    await new Promise((resolve) => setImmediate(resolve))
    const stopped = lanes.stop()
    under.open()
    await stopped
    expect(done.sort()).toEqual(['Stopped', 'a'])
  })
})
