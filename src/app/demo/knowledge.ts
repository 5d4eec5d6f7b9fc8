import { article } from '../../areas/service/article/article.record.ts'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { problem } from '../../areas/service/problem/problem.record.ts'
import { surveyAnswer } from '../../areas/service/survey-answer/survey-answer.record.ts'
import type { Tx } from '../../platform/tx.ts'
import { type Places, placeOf } from './components.ts'
import { articles, problems } from './knowledge.data.ts'
import { perform, type Stage } from './stage.ts'

const minute = 60_000

/** What the firm has written down, what it knows to be wrong, and what somebody said of how they were helped. */
export async function writeKnowledge(stage: Stage, places: Places): Promise<void> {
  const written = await writeArticles(stage)
  await logProblems(stage, places)
  await askHowItWent(stage, written[0] as string)
}

async function writeArticles({ clock, people, ...stage }: Stage): Promise<string[]> {
  const { department } = await stage.engine.db
    .selectFrom('person')
    .select('department')
    .where('id', '=', people.business)
    .executeTakeFirstOrThrow()
  const ids: string[] = []
  for (const values of articles) {
    clock.set(Date.parse(clock.now()) + minute)
    const departments = values.audience === 'departments' && department ? [department] : []
    const made = await stage.as('engineer', async (tx) => {
      const { id } = await tx.create(article, { ...values, departments, owner: people.engineer })
      return tx.act(article, id, 'submit')
    })
    await stage.as('manager', (tx) => tx.act(article, made.id, 'publish'))
    ids.push(made.id)
  }
  return ids
}

async function logProblems({ clock, people, ...stage }: Stage, places: Places): Promise<void> {
  for (const { title, place, told, whys, fishbone, rootCause, workaround } of problems) {
    clock.set(Date.parse(clock.now()) + minute)
    const { component } = placeOf(places, place)
    await stage.as('engineer', async (tx) => {
      const { id } = await tx.create(problem, {
        title,
        component,
        incidents: told === null ? [] : await incidentsThatTell(tx, component, told),
        owner: people.engineer,
        whys: [...whys],
        fishbone: fishbone.map(({ category, causes }) => ({ category, causes: [...causes] })),
      })
      if (rootCause) await tx.act(problem, id, 'analyse', { rootCause })
      if (workaround) await tx.act(problem, id, 'make-known', { workaround })
    })
  }
}

const mostTold = 6

async function incidentsThatTell({ db }: Tx, component: string, told: string): Promise<string[]> {
  const found = await db
    .selectFrom('incident')
    .select('id')
    .where('component', '=', component)
    .where('title', 'like', `%${told}%`)
    .orderBy('id', 'desc')
    .limit(mostTold)
    .execute()
  return found.map(({ id }) => id)
}

/** One matter from report to rating, and one that still waits for its rating. */
async function askHowItWent({ clock, people, ...stage }: Stage, answer: string): Promise<void> {
  const closed: string[] = []
  for (const [title, resolution] of [
    ['结算单打印不出来', '清除打印队列里卡住的任务,已试打一页。'],
    ['行情窗口字体太小', '在设置里把字号调到 14,已演示操作。'],
  ] as const) {
    clock.set(Date.parse(clock.now()) + 3 * minute)
    const { id } = await stage.as('business', (tx) =>
      tx.create(incident, { title, impact: 'low', urgency: 'low', channel: 'portal' }),
    )
    const later = (minutes: number) => clock.set(Date.parse(clock.now()) + minutes * minute)
    later(2)
    await stage.as('engineer', async (tx) => {
      await tx.act(incident, id, 'assign', { assignee: people.engineer })
      await tx.act(incident, id, 'start')
    })
    later(6)
    await stage.as('engineer', (tx) => tx.act(incident, id, 'resolve', { resolution }))
    later(3)
    await stage.as('business', (tx) => tx.act(incident, id, 'close'))
    closed.push(id)
  }
  const asked = await stage.engine.db
    .selectFrom('surveyAnswer')
    .select('id')
    .where('incident', '=', closed[0] as string)
    .execute()
  for (const { id } of asked)
    await stage.as('business', (tx) =>
      tx.act(surveyAnswer, id, 'answer', { answers: [5, true, '来得很快,还教了我怎么清队列。'] }),
    )
  await stage.as('business', (tx) =>
    perform(tx, stage.engine, article, answer, 'feedback', { verdict: 'solved', asked: '终端登不上' }),
  )
}
