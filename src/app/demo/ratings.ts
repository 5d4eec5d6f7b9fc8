import { expireSurveys } from '../../areas/service/survey/server/invite.ts'
import { survey } from '../../areas/service/survey/survey.record.ts'
import { surveyAnswer } from '../../areas/service/survey-answer/survey-answer.record.ts'
import { instantAt } from '../../record/time.ts'
import { chance } from './chance.ts'
import type { Act } from './history/agenda.ts'
import type { Stage } from './stage.ts'

const seed = 20_260_902
/** Of a hundred invitations so many are answered; the grades, each as often as people give it, and what some add. */
const answered = 85
const grades = [5, 5, 5, 5, 4, 4, 4, 3, 2] as const
const remarks = {
  5: ['来得很快,讲得也清楚。', '', ''],
  4: ['处理及时,希望能提前通知。', '', ''],
  3: ['解决了,但等得有点久。', ''],
  2: ['同样的问题第二次出现了。'],
} as const

const questions = [
  { kind: 'scale', zh: '对这次处理总体是否满意?', en: 'How satisfied are you with how this was handled?' },
  { kind: 'yes-no', zh: '问题彻底解决了吗?', en: 'Is it solved for good?' },
  { kind: 'text', zh: '还有什么想说的?', en: 'Anything else?' },
] as const

/** A survey after closing from the first of these trading days on; each evening most of those asked that day have answered. */
export function ratingActs(stage: Stage, days: readonly string[], until: number): Act[] {
  const luck = chance(seed)
  const begin: Act = { at: Date.parse(`${days[0]}T08:00:00+08:00`), do: () => openSurvey(stage) }
  const evenings = days.map((day): Act => {
    const at = Date.parse(`${day}T17:14:00+08:00`)
    return {
      at,
      async do() {
        for (const { id } of await askedSince(stage, `${day}T00:00:00+08:00`)) {
          if (luck.between(1, 100) > answered) continue
          const grade = luck.pick(grades)
          const answers = [grade, grade > 2, luck.pick<string>(remarks[grade])]
          await stage.as('business', (tx) => tx.act(surveyAnswer, id, 'answer', { answers }))
        }
        await expireSurveys(stage.engine, {} as never)
        await followUp(stage, at)
      },
    }
  })
  return [begin, ...evenings].filter(({ at }) => at <= until)
}

/** Most low grades are followed up three days on; now and then one is passed over. */
async function followUp(stage: Stage, at: number): Promise<void> {
  const rows = await stage.engine.db
    .selectFrom('surveyAnswer')
    .select(['id', 'number'])
    .where('state', '=', 'answered')
    .where('grade', '<=', 2)
    .where('followedUpAt', 'is', null)
    .where('answeredAt', '<=', instantAt(at - 3 * 86_400_000))
    .where('answeredAt', '>', instantAt(at - 7 * 86_400_000))
    .orderBy('id')
    .execute()
  for (const { id, number } of rows.filter((one) => !one.number.endsWith('7')))
    await stage.as('manager', (tx) =>
      tx.act(surveyAnswer, id, 'follow-up', { followUp: `已电话回访(${number}):说明原因,同类问题并入问题单跟踪。` }),
    )
}

const openSurvey = (stage: Stage) =>
  stage.as('manager', async (tx) => {
    const { id } = await tx.create(survey, { title: '处理满意度', questions: [...questions], naming: 'named' })
    await tx.act(survey, id, 'open')
  })

const askedSince = ({ engine, people }: Stage, since: string) =>
  engine.db
    .selectFrom('surveyAnswer')
    .select('id')
    .where('state', '=', 'invited')
    .where('person', '=', people.business)
    .where('createdAt', '>=', since)
    .orderBy('id')
    .execute()
