import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import { trainingRecord } from '../training-record.record.ts'

type Row = RowOf<typeof trainingRecord>
type Steps = readonly Step<typeof trainingRecord>[]

/** Whether it was passed, and how long that is good for, follow from the course; many at once, since sheets have many. */
async function derive(tx: Tx, steps: Steps): Promise<Partial<Row>[]> {
  const ids = [...new Set(steps.map(({ after }) => after.course))]
  const found = await tx.db.selectFrom('trainingCourse').selectAll().where('id', 'in', ids).execute()
  const courses = new Map(found.map((one) => [one.id, one]))
  return steps.map(({ before, after }) => {
    const course = courses.get(after.course)
    if (!course || (before !== null && before.state !== 'entered')) return {}
    const { name, topic, passMark, validDays } = course
    const passed = passMark === null || (after.score !== null && after.score >= passMark)
    return {
      ...{ title: name, topic, passed, hours: after.hours ?? course.hours },
      validUntil: passed ? dayAway(after.heldOn, validDays) : null,
    }
  })
}

/** Nobody attends ahead of time, nor the same course twice on a day. */
async function check(tx: Tx, steps: Steps): Promise<Fault[][]> {
  const people = [...new Set(steps.map(({ after }) => after.person))]
  const held = await tx.db
    .selectFrom('trainingRecord')
    .select(['id', 'number', 'person', 'course', 'heldOn'])
    .where('person', 'in', people)
    .where('state', '<>', 'rejected')
    .execute()
  const keyOf = (one: { person: string; course: string; heldOn: string }) => `${one.person} ${one.course} ${one.heldOn}`
  const known = new Map(held.map((one) => [keyOf(one), one]))
  const seen = new Set<string>()
  return steps.map(({ after }) => {
    const faults: Fault[] = []
    if (after.heldOn > tx.today)
      faults.push(fault('heldOn', 'in-future', '培训日期不能晚于今天。', 'It cannot lie ahead.'))
    const key = keyOf(after)
    const other = known.get(key)
    if (after.state !== 'rejected' && ((other && other.id !== after.id) || seen.has(key)))
      faults.push(
        fault(
          'heldOn',
          'duplicate',
          `同一人当天已有该课程的记录${other ? ` ${other.number}` : ''}。`,
          `They have one of that course on that day already${other ? `: ${other.number}` : ''}.`,
        ),
      )
    seen.add(key)
    return faults
  })
}

async function proven(tx: Tx, { id, proof }: Row): Promise<Fault[]> {
  if (proof !== null) return []
  const file = await tx.db
    .selectFrom('attachment')
    .select('id')
    .where('record', '=', trainingRecord.name)
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return file
    ? []
    : [fault('proof', 'no-proof', '请写明凭证所在,或上传文件。', 'Say where the proof is, or add it as a file.')]
}

export const trainingRecordBehaviour = behave(trainingRecord, {
  derive,
  check,
  guards: { confirm: proven },
  importing: {
    headings: {
      person: ['姓名', '学员', '员工', '工号', '参加人', 'Trainee', 'Employee'],
      course: ['课程名称', '培训名称', '培训内容', 'Training'],
      heldOn: ['日期', '时间', '培训时间', 'Date'],
      hours: ['课时', '时长', '时长(小时)'],
      score: ['分数', '得分', '考核成绩', 'Score'],
      proof: ['签到表', '证书编号', 'Certificate'],
    },
  },
})
