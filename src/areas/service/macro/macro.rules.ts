import { filled, namedIn } from '../../../record/fill.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'

/** What a macro may say of an incident. */
export const macroPlaces = {
  number: ['编号', 'number'],
  title: ['标题', 'title'],
  reporter: ['报告人', 'who reported it'],
  me: ['处理人', 'whoever uses the macro'],
  component: ['组件', 'component'],
  due: ['下次到期时间', 'when its next clock is due'],
} as const satisfies Record<string, Words>

export type MacroPlace = keyof typeof macroPlaces

/** A macro as far as it says something. */
interface Saying {
  readonly reply: string | null
  readonly verb: string | null
}

/** Places that nothing fills, and steps that want words where the macro has none. */
export function macroFaults({ reply, verb }: Saying): Fault[] {
  const unknown = namedIn(reply ?? '')
    .filter((place) => !Object.hasOwn(macroPlaces, place))
    .map((place) =>
      fault('reply', 'unknown-place', `没有「${place}」这一项可填。`, `There is nothing called “${place}” to fill in.`),
    )
  if ((verb === 'wait' || verb === 'resolve') && !reply)
    unknown.push(fault('reply', 'required', '转等待或解决须写明内容。', 'Waiting and resolving want words.'))
  return unknown
}

/** The words of a macro about one incident. */
export const replyOf = (reply: string, values: Readonly<Record<MacroPlace, string>>): string =>
  filled(reply, (name) => values[name as MacroPlace] ?? '')
