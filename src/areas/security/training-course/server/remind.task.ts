import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayAway } from '../../../../record/time.ts'
import type { Who } from '../../../../record/who.ts'
import { tellToday } from '../../../messaging/messaging.api.ts'
import { trainingCourse } from '../training-course.record.ts'

/** So long before what they passed is good no more, people hear of it; joiners from their first week. */
const daysAhead = 30

/** Every Monday: whoever is to take a course on security and has not passed it, or will soon have to again, is told so. */
export const remindTraining: Task = async (engine) => {
  const courses = await engine.db
    .selectFrom('trainingCourse')
    .select('id')
    .where('state', '=', 'offered')
    .where('topic', '=', 'security')
    .orderBy('id')
    .execute()
  for (const { id } of courses)
    await engine.inTx(asSystem('security'), async (tx) => {
      const course = await tx.lock(trainingCourse, id)
      const { rows } = await sql<{ id: string }>`
        select p.id from person p left join department d on d.id = p.department
        where p.state = 'active' and case ${course.audience} when 'all' then true when 'it' then coalesce(d.technology, false)
            else p.posts && ${course.posts}::uuid[] end
          and not exists (select from training_record r where r.person = p.id and r.course = ${id} and r.passed
            and r.state <> 'rejected' and r.valid_until > ${dayAway(tx.today, daysAhead)}::date)
        order by p.id`.execute(tx.db)
      if (rows.length === 0) return
      const who = rows.map((one): Who => ({ is: 'person', id: one.id }))
      await tellToday(tx, trainingCourse, course, 'due', who, [
        `请安排参加培训「${course.name}」,${course.hours} 学时。`,
        `Please take the course ${course.nameEn ?? course.name}: ${course.hours} hours.`,
      ])
    })
}

/** Half past eight on Mondays in Shanghai. */
export const remindTrainingCrontab = '30 0 * * 1 remind-training'
