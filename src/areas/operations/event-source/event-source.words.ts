import { wordsFor } from '../../../record/record.ts'
import { eventSource } from './event-source.record.ts'

export const eventSourceWords = wordsFor(eventSource, {
  name: ['事件来源', 'Event source'],
  plural: ['事件来源', 'Event sources'],
  empty: [
    '还没有事件来源。登记现有的监控系统,它发来的事件即成为告警。',
    'No event sources yet. Register the monitoring you have, and what it reports becomes alarms.',
  ],
  fields: {
    name: ['名称', 'Name'],
    settings: ['接入方式', 'How it speaks'],
    kind: ['类型', 'Kind'],
    componentFrom: ['组件编码取自', 'Component code from'],
    component: ['默认组件', 'Otherwise about'],
    severities: ['级别对照', 'Severities'],
    secretSet: ['已设令牌或口令', 'Token or keys are set'],
  },
  states: { 'in-use': ['使用中', 'In use'], paused: ['已暂停', 'Paused'] },
  verbs: { pause: ['暂停', 'Pause'], resume: ['恢复', 'Resume'] },
  choices: {
    kind: {
      alertmanager: ['Alertmanager', 'Alertmanager'],
      zabbix: ['Zabbix', 'Zabbix'],
      syslog: ['syslog', 'syslog'],
      snmp: ['SNMP Trap', 'SNMP traps'],
      mail: ['邮件', 'Mail'],
      json: ['其他系统(JSON)', 'Anything else (JSON)'],
    },
  },
  acts: { 'set-secret': ['更换令牌或口令', 'Renewed the token or keys'] },
})
