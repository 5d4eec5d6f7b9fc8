import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const running = new Set()

/** The command line of a package's program, by its file: the same on each system. */
export function tool(name, ...args) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0])
  return [process.execPath, join(folder, file), ...args]
}

/** Runs a command line to its end with its output shown, at once or, `held`, when it has ended; true when it succeeded. */
export async function run([command, ...args], { held = false, env = process.env } = {}) {
  // A process group of its own, so that `stopAll` reaches whatever the program starts.
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', ...(held ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    detached: process.platform !== 'win32',
  })
  running.add(child)
  const said = []
  for (const stream of held ? [child.stdout, child.stderr] : []) stream.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      running.delete(child)
      for (const chunk of said) process.stdout.write(chunk)
      resolve(code === 0)
    })
  })
}

/** Interrupts all that `run` has started; what has not ended after ten seconds is killed. */
export async function stopAll() {
  const ended = [...running].map((child) => {
    const late = setTimeout(() => signal(child, 'SIGKILL'), 10_000)
    signal(child, 'SIGINT')
    return new Promise((resolve) => child.once('exit', resolve)).finally(() => clearTimeout(late))
  })
  await Promise.all(ended)
}

function signal(child, name) {
  if (process.platform === 'win32') child.kill(name)
  else process.kill(-child.pid, name)
}
