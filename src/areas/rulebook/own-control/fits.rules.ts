import { type Fault, fault } from '../../../record/problem.ts'
import type { Registry } from '../../../record/registry.ts'
import type { Declaration, Judges } from './declaration.rules.ts'
import * as offers from './offers.rules.ts'

/** Apart from what the product itself brings, now and later. */
const codeForm = /^X-[0-9]{3}$/

interface Named {
  readonly path: string
  readonly value: string
  readonly offers: offers.Offers
  readonly within?: offers.Within
}

const each = (path: string, values: readonly string[], of: offers.Offers, within: offers.Within = {}): Named[] =>
  values.map((value, n) => ({ path: `${path}.${n}`, value, offers: of, within }))

function namedIn(judges: Judges): Named[] {
  switch (judges.is) {
    case 'fresh':
      return [{ path: 'judges.field', value: judges.field, offers: offers.dated }]
    case 'filled':
      return each('judges.fields', judges.fields, offers.emptyable)
    case 'differ':
      return [
        { path: 'judges.one', value: judges.one, offers: offers.people },
        { path: 'judges.other', value: judges.other, offers: offers.people },
      ]
    case 'count':
      return rowsIn('judges', judges)
    case 'gap':
      return [
        ...rowsIn('judges', judges),
        { path: 'judges.field', value: judges.field, offers: offers.rowDated, within: judges },
      ]
    case 'chain':
      return judges.steps.flatMap((step, n) =>
        step.is === 'rows'
          ? rowsIn(`judges.steps.${n}`, step)
          : [
              { path: `judges.steps.${n}.field`, value: step.field, offers: offers.links },
              ...each(`judges.steps.${n}.states`, step.states, offers.linkedStates, step),
            ],
      )
  }
}

const rowsIn = (path: string, judges: { readonly rows: string; readonly states: readonly string[] }): Named[] => [
  { path: `${path}.rows`, value: judges.rows, offers: offers.rows },
  ...each(`${path}.states`, judges.states, offers.rowStates, judges),
]

/** What of its blanks declarations do not offer, or no longer; and what does not go together. All of it at once. */
export function declarationFaults(
  { code, record, scope, judges, owner }: Pick<Declaration, 'code' | 'record' | 'scope' | 'judges' | 'owner'>,
  registry: Registry,
): Fault[] {
  const shape = codeForm.test(code)
    ? []
    : [fault('code', 'wrong-shape', '编号形如 X-001。', 'Its number is like X-001.')]
  if (!offers.entryOf(registry, record))
    return [...shape, fault('record', 'no-such-record', `没有「${record}」这类记录。`, `There is no record ${record}.`)]
  const named = [
    ...each('scope.states', scope.states, offers.states),
    ...(scope.field ? [{ path: 'scope.field', value: scope.field, offers: offers.choosing }] : []),
    ...each('scope.values', scope.values, offers.values, scope),
    ...(owner ? [{ path: 'owner', value: owner, offers: offers.owners }] : []),
    ...namedIn(judges),
  ]
  const unknown = named
    .filter((one) => !one.offers(registry, { ...one.within, record }).some(({ value }) => value === one.value))
    .map(({ path, value }) =>
      fault(path, 'no-such-field', `没有合适的「${value}」可选。`, `There is no “${value}” that fits here.`),
    )
  return [...shape, ...unknown, ...togetherFaults(scope, judges)]
}

function togetherFaults({ field, values }: Declaration['scope'], judges: Judges): Fault[] {
  const faults: Fault[] = []
  if (field && values.length === 0)
    faults.push(fault('scope.values', 'required', '请选择取值。', 'Choose which values.'))
  if (judges.is === 'differ' && judges.one === judges.other)
    faults.push(fault('judges.other', 'duplicate', '须是两个不同的项目。', 'These must be two fields.'))
  if (judges.is === 'count' && judges.least === undefined && judges.most === undefined)
    faults.push(fault('judges.least', 'required', '请填写至少或至多。', 'Say at least or at most how many.'))
  if (judges.is === 'count' && (judges.least ?? 0) > (judges.most ?? Number.POSITIVE_INFINITY))
    faults.push(fault('judges.most', 'out-of-bounds', '至多不能少于至少。', 'At most is less than at least.'))
  return faults
}
