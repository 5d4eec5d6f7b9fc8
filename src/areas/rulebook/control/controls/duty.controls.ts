import { dayAway } from '../../../../record/time.ts'
import { contract } from '../../../assets/contract/contract.record.ts'
import { dutyPosition } from '../../../operations/duty-position/duty-position.record.ts'
import { logReview } from '../../../operations/log-review/log-review.record.ts'
import { shift } from '../../../operations/shift/shift.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { post } from '../../../organisation/post/post.record.ts'
import { bad, control, days, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { daysAfter } from '../time.rules.ts'

/** Whether those who stand watch may, and those who answer for them look. */
export const dutyControls = [
  control({
    id: 'O-19',
    version: 1,
    area: 'operations',
    title: ['数据库管理员有着落', 'There is a database administrator, or a contract for one'],
    remedy: [
      '为数据库管理岗(代码 dba)安排人员,或登记代行该岗位的有效合同。',
      'Give the post dba to somebody, or enter a contract in force that does its work.',
    ],
    subject: reads(post, 'code', 'name'),
    with: { holders: those(person, 'posts', 'name'), contracts: those(contract, 'coversPost', 'title', 'validTo') },
    inScope: ({ state, code }) => state === 'active' && code === 'dba',
    judge: (_post, { holders, contracts, today, dawn }) => {
      const here = holders.filter(({ state }) => state === 'active')
      if (here.length > 0)
        return ok(`由${here[0]?.name}担任。`, `Held by ${here[0]?.name}.`, {
          proof: here.map((one) => proofOf(person, one)),
        })
      const live = contracts.filter(
        ({ state, validTo }) => state === 'in-force' && (validTo === null || validTo >= today),
      )
      const proof = live.map((one) => proofOf(contract, one))
      if (live.length === 0)
        return bad('无人担任,也没有代行的有效合同。', 'Nobody holds it, and no contract does its work.')
      const ends = live.map(({ validTo }) => validTo).sort()
      const last = ends.includes(null) ? null : (ends.at(-1) ?? null)
      return ok('由合同代行。', 'A contract does its work.', { proof, until: last && dawn(dayAway(last, 1)) })
    },
  }),
  control({
    id: 'H-02',
    version: 1,
    area: 'people',
    title: ['当班人符合值班位置的任职条件', 'Whoever stands on duty is fit for the position'],
    remedy: [
      '登记其已具备的技能;确不具备的,培训或改排他人。',
      'Enter the skills that they have; else train them or plan somebody else.',
    ],
    subject: reads(shift, 'position', 'person', 'startsAt'),
    with: {
      position: theOne('position', dutyPosition, 'name', 'posts', 'skills'),
      person: theOne('person', person, 'name', 'posts', 'skills'),
    },
    params: { window: days(['追溯天数', 'Looked back'], { default: 14, min: 1, max: 180 }) },
    owner: 'person',
    inScope: ({ state, startsAt }, { now, p }) => state !== 'missed' && daysAfter(startsAt, p.window) > now,
    judge: ({ startsAt }, { position, person: who, p }) => {
      const until = daysAfter(startsAt, p.window)
      if (position === null || who === null)
        return bad('没有写明位置或当班人。', 'It names no position or nobody.', { until })
      const proof = [proofOf(dutyPosition, position), proofOf(person, who)]
      const lacking = position.skills.filter((id) => !who.skills.includes(id)).length
      if (lacking > 0)
        return bad(
          `${who.name}缺少「${position.name}」要求的 ${lacking} 项技能。`,
          `${who.name} lacks ${lacking} of the skills that ${position.name} asks for.`,
          { proof, until },
        )
      return position.posts.length > 0 && !position.posts.some((id) => who.posts.includes(id))
        ? bad(`${who.name}不担任「${position.name}」要求的岗位。`, `${who.name} holds no post for ${position.name}.`, {
            proof,
            until,
          })
        : ok('岗位和技能符合要求。', 'Post and skills are as the position asks.', { proof, until })
    },
  }),
  control({
    id: 'O-21',
    version: 1,
    area: 'operations',
    title: ['运行日志按期复核签字', 'The operations log is reviewed and signed in time'],
    remedy: ['主管查阅这一周的日志,写明结论并签字。', 'The manager goes through that week, concludes and signs.'],
    subject: reads(logReview, 'title', 'dueBy', 'late', 'signedBy'),
    params: { window: days(['追溯天数', 'Looked back'], { default: 60, min: 14, max: 400 }) },
    owner: 'signedBy',
    inScope: ({ dueBy }, { now, p }) => daysAfter(dueBy, p.window) > now,
    judge: ({ state, dueBy, late }, { now, p }) => {
      const gone = daysAfter(dueBy, p.window)
      if (state === 'signed')
        return late
          ? bad('逾期才复核签字。', 'It was signed late.', { until: gone })
          : ok('已按期复核签字。', 'Reviewed and signed in time.', { until: gone })
      return dueBy > now
        ? ok('待复核,在期限内。', 'To be reviewed; still in time.', { until: dueBy })
        : bad('到期仍未复核签字。', 'It is due, and nobody has signed it.', { until: gone })
    },
  }),
]
