import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from './root.mjs'

/** Holds the floors of docs/architecture.md. Fails when it read no modules, as dependency-cruiser does under a TypeScript it does not know. */
process.chdir(root)
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(['src', 'sim'], { ...options, outputType: 'json' }, null, {
  tsConfig: extractTSConfig('./tsconfig.json'),
})
const { summary, modules } = JSON.parse(output)
const ours = modules.filter(({ source, coreModule }) => !coreModule && /^(src|sim)\//.test(source))
const links = ours.flatMap(({ dependencies }) => dependencies)
for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`)
}
console.log(`${ours.length} modules, ${links.length} imports, ${summary.violations.length} violations`)
if (ours.length === 0 || links.length === 0) console.error('No modules or imports were read: the rules held nothing.')
if (summary.violations.length > 0 || ours.length === 0 || links.length === 0) process.exit(1)
