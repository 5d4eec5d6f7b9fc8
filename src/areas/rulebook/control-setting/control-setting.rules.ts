import { type Fault, fault } from '../../../record/problem.ts'
import type { Control } from '../control/control.rules.ts'

interface Given {
  readonly control: string
  readonly values: readonly { readonly name: string; readonly value: number }[]
}

/** What is wrong with measures proposed for a control: unknown names, twice the same, out of bounds. */
export function settingFaults({ control: id, values }: Given, control: Control | undefined): Fault[] {
  if (!control) return [fault('control', 'no-such-control', `没有控制项 ${id}。`, `There is no control ${id}.`)]
  const names = values.map(({ name }) => name)
  return values.flatMap(({ name, value }, n) => {
    const param = control.params[name]
    if (!param)
      return [fault(`values.${n}.name`, 'no-such-param', `${id} 没有参数 ${name}。`, `${id} has no parameter ${name}.`)]
    if (names.indexOf(name) < n) return [fault(`values.${n}.name`, 'duplicate', '参数重复。', 'It stands there twice.')]
    return value < param.min || value > param.max || !Number.isInteger(value)
      ? [
          fault(
            `values.${n}.value`,
            'out-of-bounds',
            `${param.words[0]}须为 ${param.min} 至 ${param.max} 的整数。`,
            `${param.words[1]} is a whole number from ${param.min} to ${param.max}.`,
          ),
        ]
      : []
  })
}
