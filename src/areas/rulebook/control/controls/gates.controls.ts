import { change } from '../../../change/change/change.record.ts'
import { run } from '../../../operations/run/run.record.ts'
import { runStep } from '../../../operations/run-step/run-step.record.ts'
import { bad, control, days, ok, proofOf, reads, those } from '../control.rules.ts'
import { daysAfter } from '../time.rules.ts'

const window = days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_095 })

/** Whether what must hold before and while something is changed did hold. */
export const gateControls = [
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
