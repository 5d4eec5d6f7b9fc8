import { change } from '../../../change/change/change.record.ts'
import { upgradePackage } from '../../../change/upgrade-package/upgrade-package.record.ts'
import { run } from '../../../operations/run/run.record.ts'
import { runStep } from '../../../operations/run-step/run-step.record.ts'
import {
  bad,
  control,
  days,
  hours,
  minutes,
  ok,
  proofOf,
  reads,
  theOne,
  those,
  unknown,
  type Verdict,
} from '../control.rules.ts'
import { daysAfter, hoursAfter, minutesAfter } from '../time.rules.ts'

const window = days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_095 })

/** Work has begun, and not so long ago that nobody asks any more. */
const begun = ({ startedAt }: { readonly startedAt: string | null }, about: { now: string; p: { window: number } }) =>
  startedAt !== null && daysAfter(startedAt, about.p.window) > about.now
const old: readonly [string, string] = ['开始时没有留下核对记录。', 'Nothing was written down as it began.']

/** Whether what must hold before and while something is changed did hold. */
export const gateControls = [
  control({
    id: 'C-03',
    version: 1,
    area: 'change',
    title: ['变更的提出人、实施人不审批', 'Whoever asks for a change or carries it out does not approve it'],
    remedy: [
      '查明审批为何由当事人作出,由他人复核该变更。',
      'Find out how that came about, and have somebody else look at it.',
    ],
    subject: reads(change, 'kind', 'createdBy', 'owner', 'startedAt', 'startedBy', 'approvedAt', 'approvedBy'),
    params: { window },
    owner: 'owner',
    inScope: begun,
    judge: ({ kind, createdBy, owner, startedAt, startedBy, approvedAt, approvedBy }, { p }) => {
      const until = daysAfter(startedAt as string, p.window)
      if (kind === 'standard') return ok('按事先批准的模板办理。', 'Its template was approved before.', { until })
      if (approvedAt === null)
        return kind === 'emergency'
          ? ok('紧急变更,事后补批。', 'An emergency: it is approved afterwards.', { until })
          : bad('没有批准。', 'Nobody approved it.', { until })
      if (approvedBy.length === 0)
        return unknown('没有记下由谁批准。', 'Who approved it was not written down.', { until })
      const concerned = [createdBy, owner, startedBy]
      return approvedBy.some((one) => concerned.includes(one))
        ? bad('提出人或实施人审批了该变更。', 'Whoever asked for it or carried it out approved it.', { until })
        : ok(`由他人批准(${approvedBy.length} 人)。`, `Approved by others (${approvedBy.length}).`, { until })
    },
  }),
  control({
    id: 'C-04',
    version: 1,
    area: 'change',
    title: ['变更在批准的时间内、交易时段外实施', 'A change is made in its window, and outside trading'],
    remedy: [
      '查明为何超时或进入交易时段,写入总结并改进计划。',
      'Find out why it ran over or into trading, and plan better.',
    ],
    subject: reads(
      change,
      ...(['kind', 'owner', 'plannedStart', 'plannedEnd', 'startedAt', 'endedAt', 'workedIn', 'freezeReason'] as const),
    ),
    params: {
      window,
      grace: minutes(['允许超时', 'May run over by'], { default: 30, min: 0, max: 480 }),
    },
    owner: 'owner',
    inScope: ({ startedAt, endedAt }, about) => endedAt !== null && begun({ startedAt }, about),
    judge: ({ kind, plannedStart, plannedEnd, startedAt, endedAt, workedIn, freezeReason }, { p }) => {
      const until = daysAfter(startedAt as string, p.window)
      if (kind === 'emergency') return ok('紧急变更,不受时段限制。', 'An emergency waits for no window.', { until })
      if (plannedStart === null || plannedEnd === null) return bad('没有计划时间。', 'It has no window.', { until })
      if ((startedAt as string) < plannedStart || (endedAt as string) > minutesAfter(plannedEnd, p.grace))
        return bad('在批准的时间之外实施。', 'It was made outside its window.', { until })
      if (workedIn === null || workedIn === 'unknown')
        return unknown('实施时段无从判断。', 'Whether it met trading is not known.', { until })
      if (workedIn === 'free')
        return ok('在批准的时间内、交易时段外。', 'In its window, and outside trading.', { until })
      return freezeReason === null
        ? bad('在交易时段或冻结期内实施。', 'It was made within trading or a freeze.', { until })
        : ok('在冻结期内,理由已随变更批准。', 'Within a freeze; the reason was approved with it.', { until })
    },
  }),
  control({
    id: 'C-09',
    version: 1,
    area: 'change',
    title: ['升级说明由实施人和批准人阅知', 'Whoever makes an upgrade and whoever approves it has read what it says'],
    remedy: ['在升级包上阅读说明并签字。', 'Read what the package says, and sign there.'],
    subject: reads(change, 'package', 'owner', 'startedAt', 'startedBy', 'approvedBy'),
    with: { package: theOne('package', upgradePackage, 'title', 'readBy') },
    params: { window },
    owner: 'owner',
    inScope: (one, about) => one.package !== null && begun(one, about),
    judge: ({ startedAt, startedBy, approvedBy }, { package: delivered, p }) => {
      const until = daysAfter(startedAt as string, p.window)
      if (delivered === null) return bad('升级包已不存在。', 'Its package is gone.', { until })
      const proof = [proofOf(upgradePackage, delivered)]
      const missing = [startedBy, ...approvedBy].filter((one) => one !== null && !delivered.readBy.includes(one))
      return missing.length === 0
        ? ok('实施人和批准人均已阅知。', 'Both sides have read it.', { proof, until })
        : bad(
            `${new Set(missing).size} 人没有签字阅知。`,
            `${new Set(missing).size} have not signed that they read it.`,
            { proof, until },
          )
    },
  }),
  control({
    id: 'C-10',
    version: 1,
    area: 'change',
    title: ['升级包适用于在用版本', 'A package fits what is installed'],
    remedy: ['核实在用版本,换用适用的升级包。', 'Find out what is installed, and take a package that fits.'],
    subject: reads(change, 'package', 'owner', 'startedAt', 'foundAtStart'),
    with: { package: theOne('package', upgradePackage, 'title', 'fits') },
    params: { window },
    owner: 'owner',
    inScope: (one, about) => one.package !== null && begun(one, about),
    judge: ({ startedAt, foundAtStart }, { package: delivered, p }): Verdict => {
      const more = {
        proof: delivered === null ? [] : [proofOf(upgradePackage, delivered)],
        until: daysAfter(startedAt as string, p.window),
      }
      if (!foundAtStart?.misfits) return unknown(...old, more)
      const [first] = foundAtStart.misfits
      return first === undefined
        ? ok(
            `版本在适用范围内(${delivered?.fits ?? '—'})。`,
            `What was installed is in its range (${delivered?.fits ?? '—'}).`,
            more,
          )
        : bad(first, `The package did not fit in ${foundAtStart.misfits.length} ways.`, more)
    },
  }),
  control({
    id: 'C-11',
    version: 1,
    area: 'change',
    title: ['变更前有验证过的备份', 'Before a change begins there is a proven backup'],
    remedy: [
      '实施前备份并恢复验证;确不需要的,在变更中写明理由报批。',
      'Back up and prove it first; where none is needed, have the reason approved.',
    ],
    subject: reads(
      change,
      ...(['kind', 'owner', 'startedAt', 'backupOf', 'noBackupReason', 'backupWaiver', 'foundAtStart'] as const),
    ),
    params: { window, within: hours(['备份最久', 'Backed up within'], { default: 24, min: 1, max: 168 }) },
    owner: 'owner',
    inScope: begun,
    judge: ({ kind, startedAt, backupOf, noBackupReason, backupWaiver, foundAtStart }, { p }) => {
      const until = daysAfter(startedAt as string, p.window)
      if (backupOf.length === 0)
        return noBackupReason === null
          ? bad('没有备份,也没有说明理由。', 'Nothing was backed up, and nobody said why.', { until })
          : ok('说明了为何不需备份,随变更批准。', 'Why none was needed was approved with it.', { until })
      if (kind === 'emergency' && backupWaiver !== null)
        return ok('紧急变更,说明了为何不等备份。', 'An emergency: it says why it did not wait.', { until })
      if (!foundAtStart) return unknown(...old, { until })
      const late = foundAtStart.backups.filter(
        ({ takenAt }) => takenAt === null || hoursAfter(takenAt, p.within) < (startedAt as string),
      )
      return late.length === 0 && foundAtStart.backups.length >= backupOf.length
        ? ok(`${p.within} 小时内的备份均已恢复验证。`, `Backups of the last ${p.within} hours were proven.`, { until })
        : bad(
            `${late.length || backupOf.length} 个组件没有 ${p.within} 小时内验证过的备份。`,
            `${late.length || backupOf.length} components had no proven backup of ${p.within} hours.`,
            { until },
          )
    },
  }),
  control({
    id: 'C-12',
    version: 1,
    area: 'change',
    title: ['升级严格按步骤,免除由两人签字', 'Upgrade steps are taken in order; two people sign for one left out'],
    remedy: [
      '查明为何跳步或越序,补记原因并改进流程。',
      'Find out why a step was left out or came early, and mend the runbook.',
    ],
    subject: reads(run, 'kind', 'title', 'createdAt'),
    with: {
      steps: those(
        runStep,
        'run',
        ...([
          'key',
          'needs',
          'startedAt',
          'doneAt',
          'waivedAt',
          'waivedBy',
          'waiveAskedBy',
          'waiveReason',
          'overriddenBy',
        ] as const),
      ),
    },
    params: { window },
    inScope: ({ kind, createdAt }, { now, p }) => kind === 'upgrade' && daysAfter(createdAt, p.window) > now,
    judge: ({ state, createdAt }, { steps, p }) => {
      const until = daysAfter(createdAt, p.window)
      const settled = new Map(steps.map((one) => [one.key, one.doneAt ?? one.waivedAt]))
      const alone = steps.filter(
        (one) =>
          one.state === 'waived' && (one.waivedBy === null || one.waivedBy === one.waiveAskedBy || !one.waiveReason),
      )
      const early = steps.filter(
        ({ startedAt, overriddenBy, needs }) =>
          startedAt !== null && overriddenBy === null && needs.some((key) => (settled.get(key) ?? '9') > startedAt),
      )
      const left =
        state === 'finished' ? steps.filter(({ doneAt, waivedAt }) => doneAt === null && waivedAt === null) : []
      const proof = [...alone, ...early, ...left].map((one) => proofOf(runStep, one)).slice(0, 20)
      if (alone.length > 0)
        return bad(`${alone.length} 步由一人免除。`, `${alone.length} steps were left out by one person alone.`, {
          proof,
          until,
        })
      if (early.length > 0)
        return bad(`${early.length} 步先于其前一步开始。`, `${early.length} steps began before what they wait for.`, {
          proof,
          until,
        })
      return left.length > 0
        ? bad(`${left.length} 步没有执行。`, `${left.length} steps were not done.`, { proof, until })
        : ok(`${steps.length} 步按次序执行。`, `${steps.length} steps, in order.`, { until })
    },
  }),
  control({
    id: 'C-15',
    version: 1,
    area: 'change',
    title: ['紧急变更及时补批', 'An emergency is approved afterwards, in time'],
    remedy: ['由经理核实后补批。', 'Have a manager look at it and approve it.'],
    subject: reads(change, 'kind', 'approvedAt', 'approvalDueAt', 'owner'),
    params: { window },
    owner: 'owner',
    inScope: ({ kind, approvalDueAt }, { now, p }) =>
      kind === 'emergency' && approvalDueAt !== null && daysAfter(approvalDueAt, p.window) > now,
    judge: ({ approvedAt, approvalDueAt }, { now, p }) => {
      const due = approvalDueAt as string
      const gone = daysAfter(due, p.window)
      if (approvedAt !== null)
        return approvedAt <= due
          ? ok('已按期补批。', 'Approved in time.', { until: gone })
          : bad('逾期才补批。', 'It was approved late.', { until: gone })
      return due > now
        ? ok('待补批,在期限内。', 'To be approved; still in time.', { until: due })
        : bad('到期仍未补批。', 'Nobody has approved it in time.', { until: gone })
    },
  }),
]
