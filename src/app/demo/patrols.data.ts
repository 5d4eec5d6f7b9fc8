import { readingsSchema } from '../../areas/operations/checkpoint/reading.settings.ts'

/** The machine room as it is walked each trading morning; `usual` is what its readings mostly say. */
export const patrolPoints = [
  {
    ...{ name: '冷通道 A', nameEn: 'Cold aisle A', place: 'BJ-MR' },
    instructions: '在通道中段读温湿度计;听有无异常风噪,看通道门是否关严。',
    readings: readingsSchema.parse([
      { is: 'number', name: '温度', nameEn: 'Temperature', unit: '°C', low: 18, high: 27, severity: 'critical' },
      { is: 'number', name: '湿度', nameEn: 'Humidity', unit: '%', low: 40, high: 60 },
    ]),
    usual: { 温度: [212, 244], 湿度: [440, 540] },
  },
  {
    ...{ name: '冷通道 B', nameEn: 'Cold aisle B', place: 'BJ-MR' },
    instructions: '在通道中段读温湿度计;看机柜告警灯。',
    readings: readingsSchema.parse([
      { is: 'number', name: '温度', nameEn: 'Temperature', unit: '°C', low: 18, high: 27, severity: 'critical' },
      {
        is: 'choice',
        name: '机柜告警灯',
        nameEn: 'Rack lights',
        choices: ['全绿', '有黄灯', '有红灯'],
        good: ['全绿'],
      },
    ]),
    usual: { 温度: [215, 252] },
    answers: { 机柜告警灯: '全绿' },
  },
  {
    ...{ name: '精密空调', nameEn: 'Precision air conditioning', place: 'BJ-MR' },
    instructions: '看面板告警与回风温度;检查地面与排水有无漏水。',
    readings: readingsSchema.parse([
      { is: 'number', name: '回风温度', nameEn: 'Return air', unit: '°C', low: 20, high: 28 },
      { is: 'yes-no', name: '漏水', nameEn: 'Leak', good: 'no', severity: 'critical' },
    ]),
    usual: { 回风温度: [228, 262] },
    answers: { 漏水: 'no' },
  },
  {
    ...{ name: 'UPS 与配电', nameEn: 'UPS and power', place: 'BJ-PW' },
    instructions: '读 UPS 负载与电池可用时间,看有无告警。',
    readings: readingsSchema.parse([
      { is: 'number', name: 'UPS 负载', nameEn: 'UPS load', unit: '%', high: 70 },
      { is: 'number', name: '电池可用时间', nameEn: 'Battery time', unit: 'min', low: 30 },
    ]),
    usual: { 'UPS 负载': [410, 520], 电池可用时间: [440, 520] },
  },
  {
    ...{ name: '消防与门禁', nameEn: 'Fire and doors', place: 'BJ-MR' },
    instructions: '看气体灭火控制盘与压力表,试门禁;拍下压力表。',
    readings: readingsSchema.parse([
      { is: 'choice', name: '灭火系统', nameEn: 'Extinguishing', choices: ['自动', '手动', '故障'], good: ['自动'] },
      { is: 'yes-no', name: '门禁正常', nameEn: 'Doors work', good: 'yes' },
    ]),
    photo: true,
    usual: {},
    answers: { 灭火系统: '自动', 门禁正常: 'yes' },
  },
] as const

/** By trading days ago: what read otherwise, and the round that nobody walked. */
export const patrolMishaps: Readonly<Record<number, { missed?: string; read?: Readonly<Record<string, number>> }>> = {
  9: { missed: '当日早间处理开市步骤逾期,未安排人员巡检。' },
  5: { read: { 温度: 28.3 } },
}
