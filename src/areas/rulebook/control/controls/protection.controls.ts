import { dayAway } from '../../../../record/time.ts'
import { department } from '../../../organisation/department/department.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { logCheck } from '../../../security/log-check/log-check.record.ts'
import { securityIncident } from '../../../security/security-incident/security-incident.record.ts'
import { securityReport } from '../../../security/security-report/security-report.record.ts'
import { trainingRecord } from '../../../security/training-record/training-record.record.ts'
import { undertaking } from '../../../security/undertaking/undertaking.record.ts'
import { clauseTopics, topicWords } from '../../policy/clause.rules.ts'
import { policy } from '../../policy/policy.record.ts'
import { bad, control, days, hours, minutes, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { standingOf } from '../hours.rules.ts'
import { daysAfter, daysBetween, hoursAfter, minutesAfter, soonest } from '../time.rules.ts'

export const protectionControls = [
  control({
    id: 'S-01',
    version: 1,
    area: 'security',
    title: ['安全制度覆盖网络、设备和数据', 'A security policy covers network, devices and data'],
    remedy: ['新建版次,为缺少的范围写明条款。', 'Make a new edition with a clause on what is missing.'],
    subject: reads(policy, 'area', 'clauses', 'owner'),
    owner: 'owner',
    // One that names what it covers is a security policy; rules of conduct for instance are none.
    inScope: ({ state, area, clauses }) =>
      state === 'effective' && area === 'security' && clauses.some(({ topics }) => topics && topics.length > 0),
    judge: (one) => {
      const covered = new Set(one.clauses.flatMap(({ topics }) => topics ?? []))
      const gaps = clauseTopics.filter((topic) => !covered.has(topic))
      const proof = [proofOf(policy, one)]
      return gaps.length === 0
        ? ok('网络、设备和数据都有条款。', 'There are clauses on network, devices and data.', { proof })
        : bad(
            `没有关于${gaps.map((topic) => topicWords[topic][0]).join('、')}的条款。`,
            `There is no clause on ${gaps.map((topic) => topicWords[topic][1].toLowerCase()).join(', ')}.`,
            { proof },
          )
    },
  }),
  control({
    id: 'S-18',
    version: 1,
    area: 'security',
    title: ['每人每年通过安全培训', 'Everybody passes security training each year'],
    remedy: ['安排安全培训,登记成绩并由他人确认。', 'Train them, enter the mark and have somebody else confirm it.'],
    subject: reads(person, 'createdAt'),
    with: { records: those(trainingRecord, 'person', 'topic', 'heldOn', 'passed', 'validUntil') },
    params: {
      within: days(['培训有效天数', 'Good for'], { default: 365, min: 30, max: 1_095 }),
      joiner: days(['入职后期限', 'Joiners within'], { default: 30, min: 1, max: 180 }),
    },
    inScope: ({ state }) => state === 'active',
    judge: ({ createdAt }, { records, today, now, dawn, p }) => {
      const last = records
        .filter((one) => one.state === 'confirmed' && one.topic === 'security' && one.passed)
        .map((one) => ({ ...one, lasts: lasting(one.heldOn, one.validUntil, p.within) }))
        .sort((a, b) => (a.lasts < b.lasts ? 1 : -1))[0]
      if (last && last.lasts >= today)
        return ok(`${last.heldOn} 通过安全培训。`, `Passed on ${last.heldOn}.`, {
          proof: [proofOf(trainingRecord, last)],
          until: dawn(dayAway(last.lasts, 1)),
        })
      const until = daysAfter(createdAt, p.joiner)
      if (!last && until > now) return ok('新入职,尚在期限内。', 'A joiner, still in time.', { until })
      return last
        ? bad(`安全培训已于 ${last.lasts} 到期。`, `Their training was good until ${last.lasts}.`, {
            proof: [proofOf(trainingRecord, last)],
          })
        : bad('没有通过安全培训的记录。', 'There is no record of their having passed it.')
    },
  }),
  control({
    id: 'S-19',
    version: 1,
    area: 'security',
    title: ['安全事件定级、报告、查明原因', 'Security incidents are graded, reported and closed with a cause'],
    remedy: [
      '定级,逐项报告或认定无需报告;写明原因和措施后结案。',
      'Grade it, send each report or sign why it is not due, and close it with cause and measures.',
    ],
    subject: reads(securityIncident, 'createdAt', 'gradedAt', 'cause', 'measures', 'owner'),
    with: { reports: those(securityReport, 'securityIncident', 'dueAt', 'sentAt') },
    params: {
      grade: minutes(['定级时限', 'Graded within'], { default: 30, min: 5, max: 1_440 }),
      window: days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_825 }),
    },
    owner: 'owner',
    inScope: ({ state, createdAt }, { now, p }) => state !== 'dismissed' && daysAfter(createdAt, p.window) > now,
    judge: (one, { reports, now, p }) => {
      const gradeBy = minutesAfter(one.createdAt, p.grade)
      const forgotten = daysAfter(one.createdAt, p.window)
      if ((one.gradedAt ?? now) >= gradeBy)
        return bad('没有按时定级。', 'It was not graded in time.', { until: forgotten })
      const wanted = reports.filter(({ state }) => state === 'due' || state === 'sent')
      const late = wanted.filter(({ dueAt, sentAt }) => (sentAt ?? now) >= dueAt)
      const proof = (late.length > 0 ? late : wanted).map((report) => proofOf(securityReport, report))
      if (late.length > 0)
        return bad(`${late.length} 份报告没有按时报出。`, `${late.length} reports were not sent in time.`, {
          proof,
          until: forgotten,
        })
      if (one.state === 'closed')
        return one.cause && one.measures
          ? ok('已定级、报告,并以原因和措施结案。', 'Graded, reported, and closed with cause and measures.', {
              proof,
              until: forgotten,
            })
          : bad('结案时没有原因或措施。', 'It was closed without cause or measures.', { proof, until: forgotten })
      const next = wanted.filter(({ state }) => state === 'due').map(({ dueAt }) => dueAt)
      return ok('处置中,各时限未超。', 'Being handled; nothing of it is late.', {
        proof,
        until: soonest(...next, one.gradedAt === null ? gradeBy : null, forgotten),
      })
    },
  }),
  control({
    id: 'S-20',
    version: 1,
    area: 'security',
    title: ['日志留存且不可篡改', 'Logs are kept and cannot be changed quietly'],
    remedy: [
      '查明不符之处,必要时从备份核对;使每日校验恢复运行。',
      'Find out what does not fit, against a backup where need be, and have the daily check run again.',
    ],
    subject: reads(logCheck, 'checkedAt', 'broken', 'oldestAt', 'since', 'gapHours', 'newest'),
    params: {
      keep: days(['留存天数', 'Kept for'], { default: 180, min: 30, max: 3_650 }),
      every: hours(['校验间隔', 'Checked every'], { default: 24, min: 1, max: 168 }),
    },
    inScope: ({ newest }) => newest,
    judge: (one, { now, p }) => {
      const proof = [proofOf(logCheck, one)]
      const until = hoursAfter(one.checkedAt, p.every)
      if (one.broken !== null)
        return bad(`日志校验不符:${one.broken}`, `The journal does not fit: ${one.broken}`, { proof })
      if (until <= now)
        return bad(`超过 ${p.every} 小时未校验。`, `It was not checked for ${p.every} hours.`, { proof })
      if (one.gapHours !== null && one.gapHours > p.every)
        return bad(
          `上次校验前中断 ${Math.floor(one.gapHours)} 小时。`,
          `Before its last check nobody looked for ${Math.floor(one.gapHours)} hours.`,
          { proof, until },
        )
      if (one.oldestAt === null) return bad('没有日志。', 'There are no entries.', { proof })
      const isWhole = one.since === null || daysBetween(one.since, one.oldestAt) < 1
      return isWhole || daysBetween(one.oldestAt, now) >= p.keep
        ? ok(
            `最早日志 ${one.oldestAt.slice(0, 10)},校验无误。`,
            `Kept since ${one.oldestAt.slice(0, 10)}, and sound.`,
            { proof, until },
          )
        : bad(
            `日志只留存到 ${one.oldestAt.slice(0, 10)}。`,
            `Entries before ${one.oldestAt.slice(0, 10)} are not there.`,
            { proof },
          )
    },
  }),
  control({
    id: 'H-03',
    version: 1,
    area: 'people',
    title: ['信息技术人员签有有效的保密承诺', 'IT staff have signed an undertaking that is in force'],
    remedy: ['请本人阅读现行承诺书并签署。', 'Have them read the text in force and sign it.'],
    subject: reads(person, 'department', 'createdAt'),
    with: {
      unit: theOne('department', department, 'technology'),
      signed: those(undertaking, 'person', 'dueOn', 'signedAt', 'validUntil'),
    },
    params: { joiner: days(['入职后期限', 'Joiners within'], { default: 14, min: 1, max: 90 }) },
    inScope: ({ state, department: of }) => state === 'active' && of !== null,
    judge: ({ createdAt }, { unit, signed, today, now, dawn, p }) => {
      if (!unit?.technology) return null
      const open = signed.filter(({ state }) => state === 'asked').sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
      if (open && open.dueOn < today)
        return bad(`应于 ${open.dueOn} 前签署,尚未签署。`, `It was to be signed by ${open.dueOn} and is not.`, {
          proof: [proofOf(undertaking, open)],
        })
      const last = signed
        .filter(({ state, validUntil }) => state === 'signed' && validUntil !== null)
        .sort((a, b) => ((a.validUntil as string) < (b.validUntil as string) ? 1 : -1))[0]
      const due = open ? dawn(dayAway(open.dueOn, 1)) : null
      if (last?.validUntil && last.validUntil >= today)
        return ok(`已签署,有效期至 ${last.validUntil}。`, `Signed, good until ${last.validUntil}.`, {
          proof: [proofOf(undertaking, last)],
          until: soonest(dawn(dayAway(last.validUntil, 1)), due),
        })
      if (open)
        return ok(`应于 ${open.dueOn} 前签署。`, `To be signed by ${open.dueOn}.`, {
          proof: [proofOf(undertaking, open)],
          until: due,
        })
      const until = daysAfter(createdAt, p.joiner)
      if (!last && until > now) return ok('新入职,尚在期限内。', 'A joiner, still in time.', { until })
      return last
        ? bad(`承诺已于 ${last.validUntil} 到期。`, `What they signed was good until ${last.validUntil}.`, {
            proof: [proofOf(undertaking, last)],
          })
        : bad('没有签署保密承诺。', 'They have signed none.')
    },
  }),
  control({
    id: 'H-04',
    version: 1,
    area: 'people',
    title: ['信息技术人员年度学时达标', 'IT staff train for the hours wanted in a year'],
    remedy: ['安排培训,登记学时并由他人确认。', 'Train them, enter the hours and have somebody else confirm them.'],
    subject: reads(person, 'department', 'createdAt'),
    with: {
      unit: theOne('department', department, 'technology'),
      records: those(trainingRecord, 'person', 'heldOn', 'hours'),
    },
    params: {
      target: hours(['年度学时', 'Hours a year'], { default: 20, min: 1, max: 400 }),
      joiner: days(['入职后期限', 'Joiners within'], { default: 30, min: 1, max: 180 }),
    },
    inScope: ({ state, department: of }) => state === 'active' && of !== null,
    judge: ({ createdAt }, { unit, records, now, p }) => {
      if (!unit?.technology) return null
      const grace = daysAfter(createdAt, p.joiner)
      if (grace > now) return ok('新入职,尚在期限内。', 'A joiner, still in time.', { until: grace })
      const counted = records.filter(({ state, hours: n }) => state === 'confirmed' && n !== null)
      const proof = counted.map((one) => proofOf(trainingRecord, one))
      const all = counted.map(({ heldOn, hours: n }) => ({ heldOn, hours: n as number }))
      const { hours: got, wanted, until } = standingOf(all, createdAt, p.target, now)
      if (got >= wanted)
        return ok(
          `一年内 ${got} 学时,应有 ${rounded(wanted)}。`,
          `${got} hours in a year; ${rounded(wanted)} are wanted.`,
          {
            proof,
            until,
          },
        )
      return bad(
        `一年内 ${got} 学时,应有 ${rounded(wanted)}。`,
        `${got} hours in a year; ${rounded(wanted)} are wanted.`,
        { proof },
      )
    },
  }),
]

/** The last day on which a course counts: its own term, and no longer than the control allows. */
const lasting = (heldOn: string, validUntil: string | null, within: number): string => {
  const most = dayAway(heldOn, within)
  return validUntil !== null && validUntil < most ? validUntil : most
}

const rounded = (n: number): number => Math.ceil(n * 10) / 10
