import type { Words } from '../../../../record/words.ts'
import { componentWords } from '../../component/component.words.ts'

export const mapWords = {
  title: ['组件图', 'Component map'],
  all: ['全部环境', 'All environments'],
  none: [
    '还没有登记组件。先登记核心网络和主机,再登记依赖它们的系统。',
    'No components yet. Register the network and the hosts first, then what stands on them.',
  ],
  addFirst: ['登记组件', 'Register a component'],
  noneHere: ['这个环境里没有组件。', 'There are no components in this environment.'],
  since: ['自', 'since'],
  affects: ['影响', 'Affects'],
  standsOn: ['依赖', 'Stands on'],
  affectsNothing: ['没有组件依赖它。', 'Nothing stands on it.'],
  standsOnNothing: ['它不依赖其他组件。', 'It stands on nothing else.'],
  affectsTrading: ['中断将影响交易', 'Its failure affects trading'],
  probes: ['探测', 'Probes'],
  noProbes: ['没有探测,健康状况无从得知。', 'No probes, so its health cannot be known.'],
  addProbe: ['添加探测', 'Add a probe'],
  actions: ['可执行动作', 'Declared actions'],
  noActions: ['没有声明动作,命令步骤不能用它。', 'No actions are declared; command steps cannot use it.'],
  openAlarm: ['未解除的告警', 'Open alarm'],
} as const satisfies Record<string, Words>

/** `维护中,至 18:00` */
export const maintainedWords = (until: string): Words => [`维护中,至 ${until}`, `under maintenance until ${until}`]

export const actionWords: Readonly<Record<string, Words>> = {
  start: ['启动', 'Start'],
  stop: ['停止', 'Stop'],
  restart: ['重启', 'Restart'],
  status: ['查看状态', 'Status'],
  backup: ['备份', 'Back up'],
}

const choices = componentWords.choices as Readonly<Record<string, Readonly<Record<string, Words>>>>

type ChoiceField = 'health' | 'criticality' | 'environment' | 'kind'

/** What a value of a component's field is called. */
export const choiceWords = (field: ChoiceField, value: string): Words => choices[field]?.[value] ?? [value, value]

/** The values of a component's field, in their order. */
export const choicesOf = (field: ChoiceField): readonly string[] => Object.keys(choices[field] ?? {})
