import { backupPlan } from '../../../continuity/backup-plan/backup-plan.record.ts'
import { backupRun } from '../../../continuity/backup-run/backup-run.record.ts'
import { drill } from '../../../continuity/drill/drill.record.ts'
import { emergencyPlan } from '../../../continuity/emergency-plan/emergency-plan.record.ts'
import { component } from '../../../operations/component/component.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { action } from '../../../service/action/action.record.ts'
import { bad, control, days, hours, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { isHere } from '../templates.rules.ts'
import { daysAfter, daysBetween, hoursAfter, soonest } from '../time.rules.ts'

/** When it became known that a run gave no good copy; null of one that did, or is not over. */
function failedAt(one: {
  readonly state: string
  readonly finding: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly dueAt: string | null
}): string | null {
  const isWrong = one.state === 'succeeded' ? one.finding !== null && one.finding !== 'good' : true
  if (!isWrong || !['succeeded', 'failed', 'missed'].includes(one.state)) return null
  return one.endedAt ?? one.startedAt ?? one.dueAt
}

/** Whether there is a way back: a copy elsewhere, a failed copy made again, a plan, and people to carry it out. */
export const recoveryControls = [
  control({
    id: 'B-04',
    version: 1,
    area: 'continuity',
    title: ['数据库备份有异地副本', 'A copy of every database lies in another place'],
    remedy: [
      '为它制定存放地点为异地的备份计划,并确认按时成功。',
      'Make a plan whose copies lie elsewhere, and see that it succeeds.',
    ],
    subject: reads(component, 'kind', 'environment', 'name'),
    with: { plans: those(backupPlan, 'component', 'name', 'site', 'lastGoodAt', 'approvedAt') },
    params: { within: days(['异地副本最久', 'Elsewhere within'], { default: 7, min: 1, max: 60 }) },
    inScope: ({ state, kind, environment }) =>
      state === 'in-service' && kind === 'database' && environment === 'production',
    judge: (_component, { plans, now, p }) => {
      const away = plans.filter(({ state, site }) => state !== 'ended' && site === 'other')
      const proof = away.map((one) => proofOf(backupPlan, one))
      if (away.length === 0) return bad('没有存放在异地的备份。', 'No plan keeps copies in another place.')
      const last = away
        .flatMap(({ lastGoodAt }) => lastGoodAt ?? [])
        .sort()
        .at(-1)
      if (last === undefined)
        return bad('异地尚无正常的备份。', 'There is no good copy in another place yet.', { proof })
      const until = daysAfter(last, p.within)
      return until > now
        ? ok(
            `${daysBetween(last, now)} 天前存有异地副本。`,
            `A copy of ${daysBetween(last, now)} days ago lies elsewhere.`,
            { proof, until },
          )
        : bad(
            `异地副本已 ${daysBetween(last, now)} 天未更新。`,
            `The copy elsewhere is ${daysBetween(last, now)} days old.`,
            { proof },
          )
    },
  }),
  control({
    id: 'B-05',
    version: 1,
    area: 'continuity',
    title: ['备份失败后及时补做', 'A failed backup is made again in time'],
    remedy: [
      '查明失败原因,在下一交易时段前补做一次正常的备份。',
      'Find out why, and make a good copy before the next session.',
    ],
    subject: reads(backupPlan, 'name', 'owner'),
    with: { runs: those(backupRun, 'plan', 'finding', 'startedAt', 'endedAt', 'dueAt') },
    params: {
      within: hours(['补做期限', 'Made again within'], { default: 15, min: 1, max: 96 }),
      window: days(['追溯天数', 'Looked back'], { default: 30, min: 3, max: 180 }),
    },
    owner: 'owner',
    inScope: ({ state }) => state === 'effective',
    judge: (_plan, { runs, now, p }) => {
      const good = runs.filter(({ state, finding }) => state === 'succeeded' && finding === 'good')
      const failed = runs.flatMap((run) => {
        const at = failedAt(run)
        return at !== null && daysAfter(at, p.window) > now ? [{ run, at, by: hoursAfter(at, p.within) }] : []
      })
      const open = failed.filter(
        ({ at, by }) => !good.some(({ startedAt, endedAt }) => (startedAt ?? '') > at && (endedAt ?? '') <= by),
      )
      const late = open.filter(({ by }) => by <= now)
      const until = soonest(...open.map(({ at, by }) => (by > now ? by : daysAfter(at, p.window))))
      if (late.length > 0)
        return bad(
          `${late.length} 次失败的备份没有在 ${p.within} 小时内补做。`,
          `${late.length} failed backups were not made again within ${p.within} hours.`,
          { proof: late.map(({ run }) => proofOf(backupRun, run)).slice(0, 20), until },
        )
      if (open.length > 0)
        return ok('有失败的备份,补做尚在期限内。', 'One has failed; there is still time to make it again.', {
          proof: open.map(({ run }) => proofOf(backupRun, run)).slice(0, 20),
          until,
        })
      return failed.length > 0
        ? ok(`${failed.length} 次失败均已补做。`, `${failed.length} failed and were made again in time.`)
        : ok(`${p.window} 天内没有失败的备份。`, `None has failed within ${p.window} days.`)
    },
  }),
  control({
    id: 'B-06',
    version: 1,
    area: 'continuity',
    title: ['重要系统有有效的应急预案', 'Important systems have a plan for when they fail'],
    remedy: [
      '编制预案并批准;超过一年的,复核或修订后重新批准。',
      'Draw up a plan and have it approved; look through one that is a year old.',
    ],
    subject: reads(component, 'criticality', 'environment', 'name'),
    with: { plans: those(emergencyPlan, 'components', 'title', 'approvedAt') },
    params: { within: days(['批准有效期', 'Approved within'], { default: 365, min: 30, max: 1_100 }) },
    inScope: ({ state, criticality, environment }) =>
      state === 'in-service' && criticality === 'trading' && environment !== 'test',
    judge: (_component, { plans, now, p }) => {
      const inForce = plans.filter(({ state }) => state === 'effective')
      if (inForce.length === 0)
        return plans.some(({ state }) => state === 'stale')
          ? bad('预案已失效。', 'Its plan is stale.', { proof: plans.map((one) => proofOf(emergencyPlan, one)) })
          : bad('没有应急预案。', 'There is no plan for its failure.')
      const newest = inForce.reduce((to, one) => ((one.approvedAt ?? '') > (to.approvedAt ?? '') ? one : to))
      const proof = [proofOf(emergencyPlan, newest)]
      if (newest.approvedAt === null) return bad('预案未经批准。', 'Its plan was never approved.', { proof })
      const until = daysAfter(newest.approvedAt, p.within)
      return until > now
        ? ok(`按「${newest.title}」处置。`, `Handled by ${newest.number}.`, { proof, until })
        : bad(
            `预案批准已 ${daysBetween(newest.approvedAt, now)} 天。`,
            `Its plan was approved ${daysBetween(newest.approvedAt, now)} days ago.`,
            { proof },
          )
    },
  }),
  control({
    id: 'B-08',
    version: 1,
    area: 'continuity',
    title: ['预案的负责人、决策人在岗,联系人齐全', 'Whoever owns and decides a plan is here, and it says whom to call'],
    remedy: ['修订预案,改由在岗人员负责和决策,补填联系人。', 'Revise it: name people who are here, and whom to call.'],
    subject: reads(emergencyPlan, 'title', 'owner', 'decider', 'contacts'),
    with: { owner: theOne('owner', person, 'name'), decider: theOne('decider', person, 'name') },
    owner: 'owner',
    inScope: ({ state }) => state === 'effective' || state === 'stale',
    judge: ({ contacts }, { owner, decider }) => {
      if (contacts.length === 0) return bad('没有写明联系人。', 'It does not say whom to call.')
      const verdicts = [
        isHere(owner, {
          none: ['没有负责人。', 'Nobody answers for it.'],
          left: [`负责人${owner?.name ?? ''}已离职。`, `Its owner ${owner?.name ?? ''} has left.`],
        }),
        isHere(decider, {
          none: ['没有决策人。', 'Nobody decides that it is carried out.'],
          left: [`决策人${decider?.name ?? ''}已离职。`, `${decider?.name ?? ''}, who decides, has left.`],
        }),
      ]
      return (
        verdicts.find(({ is }) => is === 'bad') ??
        ok(`负责人、决策人在岗,联系人 ${contacts.length} 个。`, `Both are here; it names ${contacts.length} to call.`, {
          proof: verdicts.flatMap(({ proof }) => proof),
        })
      )
    },
  }),
  control({
    id: 'O-22',
    version: 1,
    area: 'operations',
    title: ['演练未达标的有整改措施', 'A drill that missed its time is followed by actions'],
    remedy: [
      '在演练中登记整改措施,写明负责人和期限。',
      'Write down in the drill what is done about it, by whom and until when.',
    ],
    subject: reads(drill, 'title', 'outcome', 'finishedAt'),
    with: { actions: those(action, 'drill', 'title') },
    params: { window: days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_100 }) },
    inScope: ({ state, finishedAt }, { now, p }) =>
      state === 'closed' && finishedAt !== null && daysAfter(finishedAt, p.window) > now,
    judge: ({ outcome, finishedAt }, { actions, p }) => {
      const until = daysAfter(finishedAt as string, p.window)
      const proof = actions.map((one) => proofOf(action, one)).slice(0, 20)
      if (outcome === 'met') return ok('在目标时间内完成。', 'It was done in its time.', { until })
      return actions.length > 0
        ? ok(`未达标,有 ${actions.length} 项措施。`, `It missed its time; ${actions.length} actions follow.`, {
            proof,
            until,
          })
        : bad('未达标,没有整改措施。', 'It missed its time, and nothing follows from it.', { until })
    },
  }),
]
