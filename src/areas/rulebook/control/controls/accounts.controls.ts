import { dayAway } from '../../../../record/time.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { accessGrant } from '../../../security/access-grant/access-grant.record.ts'
import { accessReview, pacesOf, sampleSize } from '../../../security/access-review/access-review.record.ts'
import { accessReviewItem } from '../../../security/access-review-item/access-review-item.record.ts'
import { accessRight } from '../../../security/access-right/access-right.record.ts'
import { accessSystem } from '../../../security/access-system/access-system.record.ts'
import { accountList } from '../../../security/account-list/account-list.record.ts'
import { systemAccount } from '../../../security/system-account/system-account.record.ts'
import { bad, control, days, hours, ok, proofOf, reads, theOne, those, type Verdict } from '../control.rules.ts'
import { freshWithin } from '../templates.rules.ts'
import { daysAfter, hoursAfter } from '../time.rules.ts'

const last = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((one): one is string => one !== null)
    .sort()
    .at(-1) ?? null

/** Accounts as they are, and whether they are looked through. */
export const accountControls = [
  control({
    id: 'S-04',
    version: 1,
    area: 'security',
    title: ['权限按期复核', 'Access is reviewed on schedule'],
    remedy: [
      '取得完整账号清单,发起并完成权限复核。',
      'Bring a complete account list, open a review of the system and close it.',
    ],
    subject: reads(accessSystem, 'name', 'owner', 'reviewDays', 'privilegedReviewDays'),
    with: {
      reviews: those(accessReview, 'system', 'scope', 'list', 'digest', 'openedAt', 'closedAt'),
      lists: those(accountList, 'system', 'takenAt', 'digest', 'complete'),
      rights: those(accessRight, 'system', 'privileged'),
    },
    owner: 'owner',
    inScope: ({ state }) => state === 'in-use',
    judge: ({ reviewDays, privilegedReviewDays }, { reviews, lists, rights, now }) => {
      const closed = reviews.filter(({ state }) => state === 'closed')
      // What was reviewed is what there was: the complete list that was the newest when it opened.
      const sound = closed.filter(({ list, digest, openedAt }) => {
        const frozen = lists.find(({ id }) => id === list)
        if (!frozen?.complete || frozen.digest !== digest || openedAt === null) return false
        return !lists.some(({ id, takenAt }) => id !== list && takenAt > frozen.takenAt && takenAt <= openedAt)
      })
      if (closed.length > 0 && sound.length === 0)
        return bad('复核所冻结的不是当时的账号清单。', 'What was frozen is not the account list of that time.', {
          proof: closed.slice(-1).map((one) => proofOf(accessReview, one)),
        })
      const of = (some: typeof sound, within: number, what: readonly [string, string]) => {
        const at = last(some.map(({ closedAt }) => closedAt))
        const proof = some.filter(({ closedAt }) => closedAt === at).map((one) => proofOf(accessReview, one))
        return freshWithin(at, { now, days: within, what, proof })
      }
      const all = of(
        sound.filter(({ scope }) => scope === 'all'),
        reviewDays,
        ['复核全部账号', 'reviewed in whole'],
      )
      if (all.is === 'bad' || !rights.some(({ privileged, state }) => privileged && state === 'offered')) return all
      const some = of(sound, privilegedReviewDays, ['复核特权账号', 'reviewed for privileged access'])
      return some.is === 'bad' || (some.until ?? '') < (all.until ?? '') ? some : all
    },
  }),
  control({
    id: 'S-05',
    version: 1,
    area: 'security',
    title: ['复核回避本人', 'Nobody reviews their own access'],
    remedy: ['把复核项转交给无关的人。', 'Hand the item on to somebody whom it does not concern.'],
    subject: reads(accessReviewItem, 'title', 'reviewer', 'person', 'approvers', 'escalated'),
    owner: 'reviewer',
    inScope: ({ state }) => state !== 'dropped',
    judge: ({ reviewer, person: subject, approvers, escalated }) => {
      if (reviewer === null) return bad('没有可以复核的人,须转交。', 'Nobody is left to review it; hand it on.')
      if (reviewer === subject) return bad('由使用人本人复核。', 'Whose account it is reviews it.')
      if (approvers.includes(reviewer)) return bad('由授权的批准人复核。', 'Who approved the grant reviews it.')
      return escalated
        ? ok('已上交主管复核。', 'Escalated to a manager.')
        : ok('由无关的人复核。', 'Somebody whom it does not concern reviews it.')
    },
  }),
  control({
    id: 'S-06',
    version: 1,
    area: 'security',
    title: ['复核不走过场', 'A review is a real look'],
    remedy: ['由另一人对过快保留的账号抽样再审。', 'Have another look at a tenth of what was kept too quickly.'],
    subject: reads(accessReview, 'title', 'owner'),
    with: { items: those(accessReviewItem, 'review', 'reviewer', 'openedAt', 'decidedAt', 'secondOf') },
    owner: 'owner',
    inScope: ({ state }) => state === 'closed',
    judge: (_review, { items }) => {
      const first = items.filter(({ secondOf }) => secondOf === null)
      const flagged = pacesOf(first.map((one) => ({ ...one, kept: one.state === 'kept' }))).filter((one) => one.flagged)
      if (flagged.length === 0) return ok('没有人过快或批量保留。', 'Nobody kept too quickly or all in one go.')
      const short = flagged.filter(({ reviewer, kept }) => {
        const theirs = new Set(first.filter((one) => one.reviewer === reviewer).map(({ id }) => id))
        const again = items.filter(
          (one) =>
            one.secondOf !== null && theirs.has(one.secondOf) && one.decidedAt !== null && one.reviewer !== reviewer,
        )
        return again.length < sampleSize(kept)
      })
      return short.length > 0
        ? bad(
            `${short.length} 人过快或批量保留,没有足额抽样再审。`,
            `${short.length} kept too quickly or all in one go, and too few of it were looked at again.`,
          )
        : ok('过快保留的已由他人抽样再审。', 'What was kept too quickly was looked at again by another.')
    },
  }),
  control({
    id: 'S-07',
    version: 1,
    area: 'security',
    title: ['收回决定见于账号清单', 'A revoke is seen to have taken effect'],
    remedy: [
      '在系统中删除该账号或权限,再取得完整账号清单。',
      'Take it away in the system, then bring a complete account list.',
    ],
    subject: reads(accessReviewItem, 'title', 'reviewer', 'decidedAt', 'doneAt', 'goneIn', 'stillIn'),
    with: { gone: theOne('goneIn', accountList, 'takenAt'), still: theOne('stillIn', accountList, 'takenAt') },
    params: { within: days(['决定后收回期限', 'In effect within'], { default: 5, min: 1, max: 30 }) },
    inScope: ({ state }) => state === 'revoking' || state === 'revoked',
    judge: ({ state, decidedAt, doneAt }, { gone, still, now, p }) => {
      const until = daysAfter(decidedAt as string, p.within)
      if (state === 'revoked') {
        const proof = gone ? [proofOf(accountList, gone)] : []
        return doneAt !== null && doneAt <= until
          ? ok('账号清单中已不再有。', 'The account list no longer shows it.', { proof })
          : bad(`超过 ${p.within} 天才不见于账号清单。`, `It was gone only after more than ${p.within} days.`, {
              proof,
            })
      }
      const proof = still ? [proofOf(accountList, still)] : []
      return until > now
        ? ok('待账号清单证实,在期限内。', 'To be shown by an account list; still in time.', { proof, until })
        : bad(
            `决定收回已超过 ${p.within} 天,账号清单${still ? '仍然有' : '尚未证实'}。`,
            `More than ${p.within} days since it was to go, and ${still ? 'the account list still shows it' : 'no list has shown it gone'}.`,
            { proof },
          )
    },
  }),
  control({
    id: 'S-08',
    version: 2,
    area: 'security',
    title: ['离职人员不再有角色、岗位、授权和账号', 'Whoever has left holds no role, post, grant or account'],
    remedy: [
      '收回其角色和岗位;在各系统停用其账号,再取得账号清单。',
      'Take their roles and posts; disable their accounts in each system, then bring its account list.',
    ],
    subject: reads(person, 'name', 'roles', 'posts'),
    with: {
      grants: those(accessGrant, 'person', 'title', 'revokingAt'),
      accounts: those(systemAccount, 'person', 'login', 'disabled'),
    },
    params: { within: hours(['离职后停权期限', 'Taken back within'], { default: 24, min: 1, max: 72 }) },
    inScope: ({ state }) => state === 'left',
    judge: ({ name, roles, posts }, { grants, accounts, now, p }) => {
      const held = grants.filter(({ state }) => state === 'granted' || state === 'revoking')
      const live = accounts.filter(({ state, disabled }) => state === 'present' && !disabled)
      if (roles.length + posts.length + held.length + live.length === 0)
        return ok('角色、岗位、授权和账号均已收回。', 'Roles, posts, grants and accounts were taken back.')
      const proof = [
        ...held.map((one) => proofOf(accessGrant, one)),
        ...live.map((one) => proofOf(systemAccount, one)),
      ].slice(0, 20)
      // Asked back when they left: the hours count from there.
      const asked = last(grants.map(({ revokingAt }) => revokingAt))
      const until = asked === null ? null : hoursAfter(asked, p.within)
      if (roles.length + posts.length === 0 && held.every(({ state }) => state === 'revoking') && until && until > now)
        return ok(`正在收回,${p.within} 小时内完成。`, `Being taken back, within ${p.within} hours.`, { proof, until })
      return bad(
        `${name}已离职,仍有 ${roles.length} 个角色、${posts.length} 个岗位、${held.length} 项授权、${live.length} 个账号。`,
        `${name} has left and still has ${roles.length} roles, ${posts.length} posts, ${held.length} grants and ${live.length} accounts.`,
        { proof },
      )
    },
  }),
  control({
    id: 'S-09',
    version: 1,
    area: 'security',
    title: ['转岗重新核权', 'Movers have their access looked at again'],
    remedy: ['由新部门负责人完成调岗复核。', 'Have the new head finish the review.'],
    subject: reads(accessReview, 'title', 'kind', 'owner', 'dueOn', 'closedAt'),
    owner: 'owner',
    inScope: ({ kind }) => kind === 'mover',
    judge: ({ state, dueOn, closedAt }, { today, dawn }) => {
      if (state === 'cancelled' || dueOn === null) return bad('没有完成复核。', 'It was not finished.')
      const over = dawn(dayAway(dueOn, 1))
      if (state === 'closed')
        return closedAt !== null && closedAt < over
          ? ok('已在五个工作日内复核。', 'Looked at within five working days.')
          : bad(`应于 ${dueOn} 前复核,逾期完成。`, `It was to be looked at by ${dueOn} and was late.`)
      return dueOn >= today
        ? ok(`应于 ${dueOn} 前复核。`, `To be looked at by ${dueOn}.`, { until: over })
        : bad(`应于 ${dueOn} 前复核,尚未完成。`, `It was to be looked at by ${dueOn} and is not.`)
    },
  }),
  control({
    id: 'S-11',
    version: 1,
    area: 'security',
    title: ['特权与共享账号受控', 'Privileged and shared accounts are owned, well proved and reviewed'],
    remedy: [
      '指定在岗的责任人,启用双因素,并完成权限复核。',
      'Say who answers for it, switch on a second factor, and review it.',
    ],
    subject: reads(
      systemAccount,
      ...(['login', 'person', 'privileged', 'shared', 'disabled', 'secondFactor', 'reviewedAt'] as const),
    ),
    with: { owner: theOne('person', person, 'name') },
    owner: 'person',
    params: { reviewed: days(['复核间隔', 'Reviewed within'], { default: 90, min: 30, max: 400 }) },
    inScope: ({ state, privileged, shared, disabled }) => state === 'present' && !disabled && (privileged || shared),
    judge: ({ secondFactor, reviewedAt }, { owner, now, p }): Verdict => {
      const until = reviewedAt === null ? null : daysAfter(reviewedAt, p.reviewed)
      const faults = [
        owner?.state !== 'active' && (['没有在岗的责任人', 'nobody here answers for it'] as const),
        secondFactor !== true && (['没有双因素', 'no second factor'] as const),
        (until === null || until <= now) &&
          ([`${p.reviewed} 天内未复核`, `not reviewed in ${p.reviewed} days`] as const),
      ].filter((one) => one !== false)
      if (faults.length > 0)
        return bad(`${faults.map(([zh]) => zh).join(',')}。`, `${faults.map(([, en]) => en).join('; ')}.`)
      return ok('责任人在岗,有双因素,已按期复核。', 'Owned, with a second factor, and reviewed in time.', { until })
    },
  }),
]
