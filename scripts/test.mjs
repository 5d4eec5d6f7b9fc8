import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './ensure.mjs'
import { ensureOutside } from './outside.mjs'
import { root } from './root.mjs'
import { run, stopAll, tool } from './tool.mjs'

/** `npm test`: every gate in order, up to the first that fails. `npm test -- unit journeys` runs those alone. */
const gates = {
  lint: () => run(tool('@biomejs/biome', 'check')),
  floors: () => run([process.execPath, join(root, 'scripts/floors.mjs')]),
  unused: () => run(tool('knip')),
  unit: () => vitest('unit'),
  // Takes one core for as long as the gates before it take the other: begun first.
  types: () => typesHold,
  database: () => vitest('database'),
  sim: () => vitest('sim'),
  journeys: () => vitest('journeys'),
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !Object.hasOwn(gates, name))
if (unknown.length > 0) {
  console.error(`There is no gate ${unknown.join(', ')}. The gates are ${Object.keys(gates).join(', ')}.`)
  process.exit(1)
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => stopAll().then(() => process.exit(code)))
}

ensureInstalled()
// The tools decide for themselves what they build for.
delete process.env.NODE_ENV
const chosen = Object.keys(gates).filter((name) => names.length === 0 || names.includes(name))
if (chosen.includes('journeys')) {
  const chromium = ensureChromium()
  if (!chromium) process.exit(1)
  process.env.CHROMIUM_PATH = chromium
}
if (!chosen.map(ensureOutside).every(Boolean) && process.env.CI) process.exit(1)

const typesHold = chosen.includes('types') && run(tool('typescript', '--noEmit'), { held: true })
const tests = { passed: 0, failed: 0 }
const results = []
for (const name of chosen) {
  console.log(`\n━━ ${name}`)
  const begun = performance.now()
  const failedBefore = tests.failed
  const ok = await gates[name]()
  results.push({ name, ok, seconds: (performance.now() - begun) / 1000 })
  // A gate that fails without a failing test (a type, a rule, a file that does not load) counts as one.
  if (!ok && tests.failed === failedBefore) tests.failed += 1
  if (!ok) break
}

await stopAll()

console.log('\n━━ gates')
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s`)
}
for (const name of chosen.slice(results.length)) console.log(`- ${name.padEnd(10)}   not run`)
console.log(`${tests.passed} passed, ${tests.failed} failed`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1

async function vitest(project) {
  const file = join(root, '.cache/tests', `${project}.json`)
  mkdirSync(join(root, '.cache/tests'), { recursive: true })
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = await run(tool('vitest', 'run', '--project', project, ...reporters))
  if (existsSync(file)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    tests.passed += numPassedTests
    tests.failed += numFailedTests
  }
  return ok
}
