import { type Fault, fault } from '../../../record/problem.ts'
import type { metrics } from '../licence/licence.record.ts'

export type Metric = (typeof metrics)[number]

interface Given {
  readonly person: string | null
  readonly asset: string | null
  readonly quantity: number
}

/** Who may hold one, by the metric: a seat either, a user's licence a person, one of devices or cores a device. */
export const holdersOf = (metric: Metric): readonly ('person' | 'asset')[] =>
  metric === 'seat' ? ['person', 'asset'] : metric === 'user' ? ['person'] : ['asset']

/** What is wrong with whom it is given to, and how much: cores are counted, of anything else there is one each. */
export function givenFaults(metric: Metric, given: Given): Fault[] {
  const holders = holdersOf(metric)
  const faults: Fault[] = []
  if (given.person !== null && given.asset !== null)
    faults.push(fault('asset', 'two-holders', '只能分给一人或一台设备。', 'It is given to one person or one device.'))
  else if (holders.every((one) => given[one] === null))
    faults.push(
      holders.includes('person')
        ? fault('person', 'required', '请选择分给谁。', 'Choose who gets it.')
        : fault('asset', 'required', '请选择分给哪台设备。', 'Choose which device gets it.'),
    )
  for (const other of ['person', 'asset'] as const)
    if (given[other] !== null && !holders.includes(other))
      faults.push(
        other === 'person'
          ? fault('person', 'wrong-holder', '这种许可按设备分配。', 'This licence is given to devices.')
          : fault('asset', 'wrong-holder', '这种许可按用户分配。', 'This licence is given to people.'),
      )
  if (metric !== 'core' && given.quantity !== 1)
    faults.push(
      fault('quantity', 'one-each', '只有按核计的许可可以多于一个。', 'Only cores are given several at once.'),
    )
  return faults
}
