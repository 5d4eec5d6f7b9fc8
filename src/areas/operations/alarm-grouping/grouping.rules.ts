/** Which group an alarm belongs to. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'
import type { Heard } from '../silence/silence.rules.ts'

export interface Grouping {
  readonly by: 'component' | 'subtree' | 'source'
  readonly component: string | null
  readonly source: string | null
}

/**
 * What alarms of one group share under this rule; null where it does not mean such an alarm. `standsOn` is all that its
 * component stands on. A critical alarm never waits behind a warning: they are grouped apart.
 */
export function groupKey(
  { by, component, source }: Grouping,
  heard: Heard,
  standsOn: ReadonlySet<string>,
): string | null {
  const shared = sharedBy(by, { component, source }, heard, standsOn)
  return shared && `${by}:${shared}:${heard.severity}`
}

function sharedBy(
  by: Grouping['by'],
  only: Omit<Grouping, 'by'>,
  heard: Heard,
  standsOn: ReadonlySet<string>,
): string | null {
  const fits = (wanted: string | null, found: string | null) => (wanted === null || wanted === found ? found : null)
  if (by === 'source') return fits(only.source, heard.source)
  if (by === 'component') return fits(only.component, heard.component)
  const { component } = only
  return component !== null && (component === heard.component || standsOn.has(component)) ? component : null
}

export const groupingFaults = ({ by, component }: Grouping): Fault[] =>
  by === 'subtree' && component === null
    ? [fault('component', 'required', '请选最底层的组件。', 'Name the component that all of them stand on.')]
    : []
