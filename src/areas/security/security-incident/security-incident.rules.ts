import { instantAt, minuteMs, msOf } from '../../../record/time.ts'

/** How grave, from the least: the grades of which the reporting rules speak. */
export const grades = ['general', 'larger', 'major', 'severe'] as const

/** So long after it was declared it has a grade. */
export const gradeMinutes = 30

export const gradeDueAt = (declaredAt: string): string => instantAt(msOf(declaredAt) + gradeMinutes * minuteMs)

/** Who needs to know, each once. */
export const readersOf = ({ owner, named }: { readonly owner: string; readonly named: readonly string[] }): string[] =>
  [...new Set([owner, ...named])].sort()

interface Told {
  readonly number: string
  readonly title: string
  readonly kind: string
  readonly gravity: string
  readonly foundAt: string
  readonly components: readonly string[]
  readonly dataAffected: string | null
  readonly peopleAffected: string | null
  readonly gradeReason: string | null
}

/** What goes to an authority, as far as the record has it: in Chinese, the language in which it is told. */
export const reportText = (one: Told): string =>
  [
    `一、事件名称:${one.title}(编号 ${one.number})`,
    `二、发现时间:${one.foundAt}`,
    `三、事件类型与等级:${one.kind},${one.gravity}`,
    `四、受影响的系统:${one.components.join('、') || '正在核实'}`,
    `五、受影响的数据:${one.dataAffected ?? '正在核实'}`,
    `六、受影响的人员:${one.peopleAffected ?? '正在核实'}`,
    `七、初步研判:${one.gradeReason ?? '正在核实'}`,
    '八、已采取的措施:',
    '九、后续计划:',
  ].join('\n')
