import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { type gravities, majorIncident } from './major-incident.record.ts'

export const gravityWords = {
  general: ['一般', 'General'],
  larger: ['较大', 'Larger'],
  major: ['重大', 'Major'],
  severe: ['特别重大', 'Severe'],
} as const satisfies Record<(typeof gravities)[number], Words>

export const majorIncidentWords = wordsFor(majorIncident, {
  name: ['重大故障', 'Major incident'],
  plural: ['重大故障', 'Major incidents'],
  empty: [
    '没有重大故障。需要多人协同、定时通报的故障,在故障页面宣布为重大故障。',
    'No major incidents. Declare one from the page of an incident that needs several people and regular updates.',
  ],
  fields: {
    title: ['对外说明', 'In plain words'],
    titleEn: ['对外说明(英文)', 'In plain words (English)'],
    incident: ['故障', 'Incident'],
    gravity: ['事件等级', 'Gravity'],
    commander: ['总指挥', 'Commander'],
    communicator: ['通报负责人', 'Communication'],
    technicalLead: ['技术负责人', 'Technical lead'],
    services: ['受影响的服务', 'Services affected'],
    departments: ['受影响的部门', 'Departments affected'],
    startedAt: ['开始时间', 'Since'],
    interval: ['通报间隔(分钟)', 'Minutes between updates'],
    lastUpdateAt: ['上次通报', 'Last update'],
    nextUpdateAt: ['下次通报', 'Next update'],
    mitigatedAt: ['缓解时间', 'Mitigated at'],
    endedAt: ['结束时间', 'Ended at'],
    standDownReason: ['撤销原因', 'Why it was stood down'],
    reports: ['监管报告', 'Told to regulators'],
  },
  states: {
    declared: ['处置中', 'Declared'],
    mitigated: ['已缓解', 'Mitigated'],
    ended: ['已结束', 'Ended'],
    reviewed: ['已复盘', 'Reviewed'],
    'stood-down': ['已撤销', 'Stood down'],
  },
  verbs: {
    mitigate: ['已缓解', 'Mitigate'],
    relapse: ['再次发生', 'It is back'],
    end: ['结束', 'End'],
    'stand-down': ['撤销', 'Stand down'],
    conclude: ['复盘完成', 'Reviewed'],
  },
  acts: {
    reported: ['已向监管报告', 'told a regulator'],
    'clock-update-due': ['该发通报了', 'an update is due'],
    'clock-update-late': ['通报已超时', 'the update is late'],
    'clock-report-due': ['监管报告时限将到', 'a report to a regulator is due soon'],
    'clock-report-late': ['监管报告已超时', 'a report to a regulator is late'],
  },
  choices: { gravity: gravityWords },
})
