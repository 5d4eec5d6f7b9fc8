import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Programs } from '../../platform/process/programs.ts'
import { root } from '../../platform/root.ts'

const control = fileURLToPath(new URL('dist/server/floor.js', root))

const floorArgs = (home: string, base: number) => ['--home', home, '--base', String(base)]

/** The one program that the demo firm's components may name: the practice floor's control. */
export function programs(home: string, base: number): Programs {
  return { floor: { command: process.execPath, args: [control, ...floorArgs(home, base)] } }
}

/** Ends the practice floor, so that nothing of the demo outlives an orderly stop. */
export async function stopFloor(home: string, base: number): Promise<void> {
  const child = spawn(process.execPath, [control, 'stop-all', ...floorArgs(home, base)], {
    stdio: 'ignore',
  })
  await once(child, 'exit')
}
