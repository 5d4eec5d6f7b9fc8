import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** Installs what package-lock.json names, unless it stands already; ends the process with a sentence when it cannot. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Touchstone needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
  }
  if (isInstalled()) return
  console.log('Installing packages (this may take a minute) …')
  // The tools that build and test are development packages, whatever NODE_ENV or a user's npm settings say.
  const args = ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit']
  const npm = process.env.npm_execpath
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.error?.code === 'ENOENT') fail('Touchstone needs npm to install its packages, and it is not on the PATH.')
  if (result.status !== 0) fail('The packages could not be installed: see npm’s words above. Nothing was started.')
}

// npm keeps a list of what it put into node_modules; a package for another platform is rightly missing there.
function isInstalled() {
  const list = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const have = JSON.parse(readFileSync(list, 'utf8')).packages
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || have[path]?.version === version || (optional && !have[path]),
  )
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
