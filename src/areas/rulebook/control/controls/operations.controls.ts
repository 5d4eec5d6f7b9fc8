import { alarm } from '../../../operations/alarm/alarm.record.ts'
import { component } from '../../../operations/component/component.record.ts'
import { dutyTask } from '../../../operations/duty-task/duty-task.record.ts'
import { periodicDuty } from '../../../operations/periodic-duty/periodic-duty.record.ts'
import { probe } from '../../../operations/probe/probe.record.ts'
import { roster } from '../../../operations/roster/roster.record.ts'
import { run } from '../../../operations/run/run.record.ts'
import { runStep } from '../../../operations/run-step/run-step.record.ts'
import { runbook } from '../../../operations/runbook/runbook.record.ts'
import { shift } from '../../../operations/shift/shift.record.ts'
import { bad, control, days, hours, minutes, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { actorsDiffer, chainComplete, countWithin, noGap } from '../templates.rules.ts'
import { daysAfter, hoursAfter, minutesAfter, minutesBetween } from '../time.rules.ts'

const window = days(['追溯天数', 'Looked back'], { default: 30, min: 7, max: 400 })

export const operationsControls = [
  control({
    id: 'O-01',
    version: 1,
    area: 'operations',
    title: ['开停机各步按时完成', 'Every step of opening and closing is done in time'],
    remedy: ['查明迟延或缺漏的步骤,写入运行日志。', 'Find out which steps were late or missed, and log why.'],
    subject: reads(run, 'kind', 'createdAt', 'title'),
    with: { steps: those(runStep, 'run', 'title', 'lateAt', 'missedAt') },
    params: { window, within: hours(['完成期限', 'Finished within'], { default: 12, min: 1, max: 48 }) },
    inScope: ({ kind, createdAt }, { now, p }) =>
      (kind === 'opening' || kind === 'closing') && daysAfter(createdAt, p.window) > now,
    judge: ({ state, createdAt }, { now, p, steps }) => {
      const gone = daysAfter(createdAt, p.window)
      const wrong = steps.filter(({ lateAt, missedAt }) => lateAt !== null || missedAt !== null)
      const proof = wrong.map((one) => proofOf(runStep, one)).slice(0, 20)
      if (state === 'aborted') return bad('中途终止。', 'It was ended half way.', { until: gone })
      if (wrong.length > 0)
        return bad(`${wrong.length} 步迟延或缺漏。`, `${wrong.length} steps were late or missed.`, {
          proof,
          until: gone,
        })
      if (state === 'finished')
        return ok(`${steps.length} 步全部按时完成。`, `All ${steps.length} steps were done in time.`, { until: gone })
      const due = hoursAfter(createdAt, p.within)
      return due > now
        ? ok('正在执行。', 'In progress.', { until: due })
        : bad('超过期限仍未完成。', 'Not finished in time.', { until: gone })
    },
  }),
  control({
    id: 'O-02',
    version: 1,
    area: 'operations',
    title: ['越序执行由两人签字', 'Going out of order is signed by two'],
    remedy: ['查明为何一人越序,调整流程权限。', 'Find out how one person did so alone.'],
    subject: reads(runStep, 'overrideAskedBy', 'overriddenBy', 'createdAt', 'title'),
    params: { window },
    inScope: ({ overriddenBy, createdAt }, { now, p }) => overriddenBy !== null && daysAfter(createdAt, p.window) > now,
    judge: ({ overrideAskedBy, overriddenBy, createdAt }, { p }) => ({
      ...actorsDiffer(overrideAskedBy, overriddenBy, {
        first: ['申请人', 'person who asked'],
        second: ['签字人', 'person who signed'],
      }),
      until: daysAfter(createdAt, p.window),
    }),
  }),
  control({
    id: 'O-03',
    version: 1,
    area: 'operations',
    title: ['双岗复核及时', 'A second person checks soon after'],
    remedy: ['提醒复核岗及时复核;必要时调整排班。', 'Have the checker check at once; change the roster if need be.'],
    subject: reads(runStep, 'checkerPost', 'maker', 'checker', 'doneAt', 'checkedAt', 'createdAt', 'title'),
    params: { within: minutes(['复核期限', 'Checked within'], { default: 30, min: 1, max: 240 }), window },
    owner: 'checker',
    inScope: ({ checkerPost, state, createdAt }, { now, p }) =>
      checkerPost !== null && (state === 'done' || state === 'checked') && daysAfter(createdAt, p.window) > now,
    judge: ({ state, maker, checker, doneAt, checkedAt, createdAt }, { now, p }) => {
      const gone = daysAfter(createdAt, p.window)
      const due = minutesAfter(doneAt ?? now, p.within)
      if (state === 'done')
        return due > now
          ? ok('待复核,在期限内。', 'To be checked; still in time.', { until: due })
          : bad(
              `完成 ${minutesBetween(doneAt ?? now, now)} 分钟仍未复核。`,
              `Not checked ${minutesBetween(doneAt ?? now, now)} minutes after it was done.`,
              { until: gone },
            )
      if (checkedAt !== null && checkedAt > due)
        return bad(
          `${minutesBetween(doneAt ?? now, checkedAt)} 分钟后才复核。`,
          `Checked only after ${minutesBetween(doneAt ?? now, checkedAt)} minutes.`,
          { until: gone },
        )
      return {
        ...actorsDiffer(maker, checker, { first: ['经办人', 'maker'], second: ['复核人', 'checker'] }),
        until: gone,
      }
    },
  }),
  control({
    id: 'O-04',
    version: 1,
    area: 'operations',
    title: ['交易组件都有监控', 'Every component that trading stands on is watched'],
    remedy: ['为组件建立并启用探测。', 'Give it a probe and switch it on.'],
    subject: reads(component, 'criticality', 'environment', 'name'),
    with: { probes: those(probe, 'component', 'name') },
    inScope: ({ state, criticality, environment }) =>
      state === 'in-service' && criticality === 'trading' && environment === 'production',
    judge: (_component, { probes }) => {
      const live = probes.filter(({ state }) => state === 'active')
      return countWithin(live.length, {
        least: 1,
        what: ['启用的探测', 'probes at work'],
        proof: live.map((one) => proofOf(probe, one)),
      })
    },
  }),
  control({
    id: 'O-07',
    version: 1,
    area: 'operations',
    title: ['机房按时巡检', 'Rounds are walked when due'],
    remedy: ['说明未巡检的原因;下一轮按时完成。', 'Say why it was missed; walk the next round in time.'],
    subject: reads(dutyTask, 'route', 'title', 'createdAt', 'closesAt', 'missedReason'),
    params: { window },
    inScope: ({ route, createdAt }, { now, p }) => route !== null && daysAfter(createdAt, p.window) > now,
    judge: ({ state, createdAt, closesAt }, { now, p }) => {
      const until = daysAfter(createdAt, p.window)
      if (state === 'done') return ok('已巡检。', 'Walked.', { until })
      if (state === 'missed') return bad('错过了这一轮巡检。', 'This round was missed.', { until })
      return closesAt > now
        ? ok('尚在时限内。', 'Still within its window.', { until: closesAt })
        : bad('已过时限,没有巡检。', 'Its window is over and it was not walked.', { until })
    },
  }),
  control({
    id: 'O-08',
    version: 1,
    area: 'operations',
    title: ['值班表没有空岗', 'A roster has no hole'],
    remedy: ['补上空缺的班次后重新验证。', 'Fill the hole and prove the roster again.'],
    subject: reads(roster, 'startsOn', 'endsOn', 'findings', 'provedAt', 'publishedBy'),
    owner: 'publishedBy',
    inScope: ({ state, endsOn }, { today }) => state === 'published' && endsOn >= today,
    judge: ({ findings, endsOn }, { dawn }) => {
      const until = daysAfter(dawn(endsOn), 1)
      if (findings === null) return bad('发布后没有验证过。', 'It was never proved.', { until })
      return findings === 0
        ? ok(`至 ${endsOn} 没有空岗。`, `No hole until ${endsOn}.`, { until })
        : bad(`有 ${findings} 处空岗或违规。`, `${findings} holes or broken rules.`, { until })
    },
  }),
  control({
    id: 'O-09',
    version: 1,
    area: 'operations',
    title: ['告警有人受理', 'An alarm is taken in hand'],
    remedy: ['受理告警,或写明为何无需处理。', 'Acknowledge it, or say why nothing is to be done.'],
    subject: reads(alarm, 'firstAt', 'severity', 'acknowledgedBy', 'title', 'quiet'),
    params: { within: minutes(['受理期限', 'Taken in hand within'], { default: 30, min: 1, max: 1_440 }), window },
    owner: 'acknowledgedBy',
    inScope: ({ severity, quiet, firstAt }, { now, p }) =>
      severity === 'critical' && quiet === null && daysAfter(firstAt, p.window) > now,
    judge: ({ state, firstAt }, { now, p }) => {
      const gone = daysAfter(firstAt, p.window)
      if (state === 'resolved') return ok('已解除。', 'It is over.', { until: gone })
      if (state === 'acknowledged') return ok('已受理。', 'Taken in hand.', { until: gone })
      const until = minutesAfter(firstAt, p.within)
      return until > now
        ? ok('刚刚发生,在期限内。', 'It has just come; still in time.', { until })
        : bad(
            `${minutesBetween(firstAt, now)} 分钟无人受理。`,
            `Nobody has taken it in hand for ${minutesBetween(firstAt, now)} minutes.`,
          )
    },
  }),
  control({
    id: 'O-10',
    version: 1,
    area: 'operations',
    title: ['交接班双方签字', 'A handover is signed by both'],
    remedy: ['查明缺签的原因,由双方补记。', 'Find out why it was not signed, and have both write it down.'],
    subject: reads(shift, 'person', 'signedOutBy', 'signedOutAt', 'sheetDigest', 'startsAt', 'endsAt', 'overAt'),
    params: { window },
    owner: 'person',
    inScope: ({ state, startsAt }, { now, p }) => state !== 'due' && daysAfter(startsAt, p.window) > now,
    judge: ({ state, startsAt, endsAt, signedOutAt, overAt, sheetDigest }, { p, now }) => {
      const until = daysAfter(startsAt, p.window)
      if (state === 'missed') return bad('无人接班签字。', 'Nobody signed in.', { until })
      if (state !== 'over') {
        const late = hoursAfter(endsAt, 1)
        return late > now
          ? ok('正在当班。', 'On duty.', { until: late })
          : bad('下班一小时后仍未交接。', 'Not handed over an hour after its end.', { until })
      }
      const verdict = chainComplete([
        { name: ['交班签字', 'the signature of who left'], at: signedOutAt },
        { name: ['接班签字', 'the signature of who came'], at: overAt },
      ])
      return sheetDigest === null
        ? bad('没有交接单。', 'There is no handover sheet.', { until })
        : { ...verdict, until }
    },
  }),
  control({
    id: 'O-11',
    version: 1,
    area: 'operations',
    title: ['定期职责没有断档', 'A periodic duty has no gap'],
    remedy: ['补办一次,并查明为何没有人办理。', 'Do it once, and find out why nobody did.'],
    subject: reads(periodicDuty, 'name', 'rule', 'startsOn'),
    with: { tasks: those(dutyTask, 'duty', 'doneAt') },
    params: {
      daily: days(['每日职责最长间隔', 'Gap of a daily one'], { default: 10, min: 2, max: 30 }),
      weekly: days(['每周职责最长间隔', 'Gap of a weekly one'], { default: 14, min: 8, max: 40 }),
      other: days(['其他职责最长间隔', 'Gap of any other'], { default: 45, min: 32, max: 400 }),
    },
    inScope: ({ state, startsOn }, { today }) => state === 'active' && startsOn <= today,
    judge: ({ rule, startsOn }, { tasks, now, p, dawn }) => {
      const most = rule.every === 'day' ? p.daily : rule.every === 'week' ? p.weekly : p.other
      const done = tasks.flatMap(({ doneAt }) => (doneAt !== null && daysAfter(doneAt, 2 * most) > now ? [doneAt] : []))
      const begun = daysAfter(dawn(startsOn), 2 * most) > now ? [dawn(startsOn)] : []
      return noGap([...begun, ...done], { now, days: most, what: ['办理', 'done'] })
    },
  }),
  control({
    id: 'O-13',
    version: 1,
    area: 'operations',
    title: ['交易组件备有应急流程', 'A component that trading stands on has a runbook for its failure'],
    remedy: ['编写并批准应急流程,登记到组件上。', 'Write a runbook, have it approved, and name it on the component.'],
    subject: reads(component, 'criticality', 'environment', 'runbook', 'name'),
    with: { plan: theOne('runbook', runbook, 'title') },
    inScope: ({ state, criticality, environment }) =>
      state === 'in-service' && criticality === 'trading' && environment === 'production',
    judge: (_component, { plan }) => {
      if (plan === null) return bad('没有应急流程。', 'No runbook is named.')
      const proof = [proofOf(runbook, plan)]
      return plan.state === 'effective' || plan.state === 'superseded'
        ? ok(`按「${plan.title}」处置。`, `Handled by ${plan.number}.`, { proof })
        : bad('应急流程尚未生效。', 'Its runbook is not in effect.', { proof })
    },
  }),
  control({
    id: 'G-09',
    version: 1,
    area: 'governance',
    title: ['操作流程由起草人以外的人批准', 'A runbook is approved by somebody other than its author'],
    remedy: ['新建版次,由另一人批准。', 'Make a new edition and have somebody else approve it.'],
    subject: reads(runbook, 'createdBy', 'approvedBy', 'title'),
    inScope: ({ state }) => state === 'effective',
    judge: ({ createdBy, approvedBy }) =>
      actorsDiffer(createdBy, approvedBy, { first: ['起草人', 'author'], second: ['批准人', 'approver'] }),
  }),
]
