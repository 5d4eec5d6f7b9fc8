import type { Entry, Registry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { type Control, unknown } from '../control/control.rules.ts'
import type { Declaration, Judges } from './declaration.rules.ts'
import { declarationFaults } from './fits.rules.ts'
import { entryOf } from './offers.rules.ts'
import { ownControl } from './own-control.record.ts'
import { type About, differ, filledIn, fresh, type Made, type Row } from './own-fields.rules.ts'
import { chain, count, gap } from './own-rows.rules.ts'

/**
 * A control of the firm's own as the engine takes every control. One that names what is declared no longer judges nothing: its one subject
 * is the declaration itself, of which nothing is known, and why.
 */
export function compiled(declaration: Declaration, registry: Registry): Control {
  const { code, edition, area, title, titleEn, remedy, remedyEn, scope, owner, minSubjects } = declaration
  const told = {
    ...{ id: code, area, params: {} },
    title: [title, titleEn ?? title] as const,
    remedy: [remedy, remedyEn ?? remedy] as const,
  }
  const [wrong] = declarationFaults(declaration, registry)
  const entry = entryOf(registry, declaration.record)
  if (wrong || !entry) return lost(declaration, told, wrong?.text ?? ['声明已失效。', 'What it declares is gone.'])
  const made = make(declaration.judges, entry, registry)
  const fields = new Set([...made.fields, ...(scope.field ? [scope.field] : []), ...(owner ? [owner] : [])])
  return {
    ...told,
    version: edition,
    subject: { record: entry.record, fields: [...fields] },
    with: made.with ?? {},
    ...{ minSubjects, owner },
    inScope: (subject) => isIn(scope, subject as Row),
    judge: (subject, about) => made.judge(subject as Row, about as About),
  }
}

const isIn = ({ states, field, values }: Declaration['scope'], subject: Row): boolean =>
  (states.length === 0 || states.includes(subject.state)) && (!field || values.includes(String(subject[field])))

const lost = (
  { id, edition }: Declaration,
  told: Pick<Control, 'id' | 'area' | 'params' | 'title' | 'remedy'>,
  [zh, en]: Words,
): Control => ({
  ...told,
  // Another version than the one that could judge: what that one said counts no more.
  version: -edition,
  subject: { record: ownControl, fields: [] },
  with: {},
  ...{ minSubjects: 1, owner: null },
  inScope: (subject) => (subject as Row).id === id,
  judge: () => unknown(`声明所依据的内容已不存在:${zh}`, `What it declares is there no longer: ${en}`),
})

function make(judges: Judges, entry: Entry, registry: Registry): Made {
  switch (judges.is) {
    case 'fresh':
      return fresh(judges, entry)
    case 'filled':
      return filledIn(judges, entry)
    case 'chain':
      return chain(judges.steps, entry, registry)
    case 'count':
      return count(judges, registry)
    case 'differ':
      return differ(judges, entry)
    case 'gap':
      return gap(judges, registry)
  }
}
