import { wordsFor } from '../../../record/record.ts'
import { probeAgent } from './probe-agent.record.ts'

export const probeAgentWords = wordsFor(probeAgent, {
  name: ['探测代理', 'Probe agent'],
  plural: ['探测代理', 'Probe agents'],
  empty: [
    '还没有探测代理。服务器到不了的网络,在那里放一台代理来探测。',
    'No probe agents yet. Put one where there is a network that the server cannot reach.',
  ],
  fields: {
    name: ['名称', 'Name'],
    location: ['所在位置', 'Location'],
    referenceTargets: ['参照目标', 'References'],
    presence: ['联络', 'Presence'],
    presenceSince: ['联络状况自', 'Presence since'],
    invitedUntil: ['接入令牌有效至', 'Token valid until'],
    secretSet: ['已有凭据', 'Has a credential'],
  },
  states: { awaited: ['待接入', 'Awaited'], joined: ['已接入', 'Joined'], retired: ['停用', 'Retired'] },
  verbs: { join: ['接入', 'Join'], expel: ['收回凭据', 'Withdraw its credential'], retire: ['停用', 'Retire'] },
  choices: {
    presence: {
      never: ['从未联络', 'Never heard of'],
      present: ['在线', 'Present'],
      'cut-off': ['自身网络不通', 'Cut off'],
      missing: ['失联', 'Missing'],
    },
  },
  acts: { 'set-secret': ['更换凭据', 'Renewed the credential'] },
})
