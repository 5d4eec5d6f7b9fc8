import { numberSetting, type Setting, textSetting } from '../../../record/setting.ts'
import { readReferences, referencesHint } from './references.rules.ts'

export const agentMissingSeconds = numberSetting('agent-missing-seconds', {
  group: 'house',
  words: ['探测代理失联判定', 'A probe agent is missing after'],
  unit: ['秒', 's'],
  default: 20,
  least: 10,
  most: 3_600,
})

/** Of the servers themselves; an agent has its own. */
export const probeReferences = textSetting('probe-references', {
  group: 'house',
  words: ['服务器探测的参照目标', 'References of the server’s probing'],
  hint: [
    `全部不通时,说明服务器自身断网,不再判定目标中断。${referencesHint[0]}`,
    `While none of them answers, the server’s own network is down and no target is accused. ${referencesHint[1]}`,
  ],
  default: '',
  read: (text) =>
    readReferences(text)
      ? { value: text }
      : { wrong: ['须是最多 10 个 IP 地址。', 'These must be at most 10 IP addresses.'] },
})

export const agentSettings: readonly Setting[] = [agentMissingSeconds, probeReferences]
