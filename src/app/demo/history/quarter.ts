import { incident } from '../../../areas/service/incident/incident.record.ts'
import { type Chance, chance } from '../chance.ts'
import { type Places, placeOf } from '../components.ts'
import type { Services } from '../services.ts'
import type { Stage } from '../stage.ts'
import { type Act, shanghai } from './agenda.ts'
import { badWeek, recurring, type Trouble, troubles, whereabouts } from './quarter.data.ts'

const minute = 60_000
const seed = 20_260_901

/** Tickets on an ordinary day, Monday first: the weekend's troubles are Monday's. */
const perDay = [5, 3, 3, 2, 3] as const
const everyNth = 7
/** After a long holiday a new one is reported instead. */
const reopenedWithin = 5 * 1_440 * minute

/** One ticket, from its report to its end, in minutes since 1970's milliseconds. */
interface Life {
  readonly trouble: Trouble
  readonly where: string
  readonly byPhone: boolean
  readonly reported: number
  readonly begun: number
  readonly waits: readonly [from: number, to: number] | null
  readonly resolved: number
  readonly again: readonly [reopened: number, resolved: number] | null
}

/**
 * What came to the desk on these trading days, oldest first: busy mornings, Mondays above all, a week in which much went wrong, one
 * fault that keeps coming back. What would happen after `until` has not happened yet, so that some are open.
 */
export function quarterActs(
  stage: Stage,
  places: Places,
  services: Services,
  days: readonly string[],
  until: number,
): Act[] {
  const luck = chance(seed)
  const lives = days.flatMap((day, n) => livesOf(luck, day, days[n + 1], days.length - n))
  const ids = new Map<Life, string>()
  const acts = lives.flatMap((life) => actsOf(stage, places, services, life, ids))
  return [...acts, ...closings(stage, days, lives, ids)].filter(({ at }) => at <= until)
}

const [opens, ends] = ['08:50:00', '17:20:00']

function livesOf(luck: Chance, day: string, next: string | undefined, daysAgo: number): Life[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const bad = daysAgo <= badWeek.from && daysAgo >= badWeek.to
  const count = (perDay[weekday] ?? 5) + luck.between(-1, 2) + (bad ? 7 : 0)
  const some = Array.from({ length: count }, () => lifeOf(luck, picked(luck), day, next, bad))
  return daysAgo % everyNth === 2 ? [...some, lifeOf(luck, recurring, day, next, false)] : some
}

const picked = (luck: Chance): Trouble => luck.pick(troubles.flatMap((one) => Array<Trouble>(one.often).fill(one)))

function lifeOf(luck: Chance, trouble: Trouble, day: string, next: string | undefined, bad: boolean): Life {
  const morning = luck.between(1, 100) <= 62
  const from = morning ? luck.between(0, 110) : luck.between(110, 500)
  const reported = shanghai(day, opens) + from * minute + luck.between(0, 59) * 1_000
  const slow = luck.between(1, 100) <= (bad ? 32 : 7)
  const begun = reported + (slow ? luck.between(62, 170) : luck.between(1, 24)) * minute
  const [least, most] = trouble.takes
  const worked = luck.between(least, most) * (slow && bad ? 3 : 1)
  const isWaiting = trouble.waitsFor !== undefined && luck.between(1, 100) <= 45
  const asked = begun + luck.between(5, 25) * minute
  const answered = later(asked, luck.between(120, 600), day, next)
  const resolved = later(isWaiting ? answered : begun, worked, day, next)
  const reopened = later(resolved, luck.between(30, 200), day, next)
  const comesBack = luck.between(1, 100) <= 6 && reopened - resolved < reopenedWithin
  return {
    trouble,
    reported,
    begun,
    resolved,
    where: luck.pick(whereabouts),
    byPhone: luck.between(1, 100) <= 55,
    waits: isWaiting ? [asked, answered] : null,
    again: comesBack ? [reopened, later(reopened, luck.between(20, 120), day, next)] : null,
  }
}

/** So many minutes on; what would be in the evening goes on in the next morning. */
function later(from: number, minutes: number, day: string, next: string | undefined): number {
  const at = from + minutes * minute
  const evening = shanghai(day, ends)
  if (at <= evening || from > evening) return at
  return (next ? shanghai(next, opens) : evening + 930 * minute) + (at - evening)
}

function actsOf(stage: Stage, places: Places, services: Services, life: Life, ids: Map<Life, string>): Act[] {
  const { trouble, reported, begun, waits, resolved, again } = life
  const id = () => ids.get(life) as string
  const worker = trouble.by
  const resolve = (at: number, resolution: string): Act => ({
    at,
    do: () => stage.as(worker, (tx) => tx.act(incident, id(), 'resolve', { resolution })),
  })
  return [
    { at: reported, do: async () => ids.set(life, await report(stage, places, services, life)) },
    {
      at: begun,
      do: () =>
        stage.as(worker, async (tx) => {
          await tx.act(incident, id(), 'assign', { assignee: stage.people[worker] })
          await tx.act(incident, id(), 'start')
        }),
    },
    ...(waits
      ? [
          {
            at: waits[0],
            do: () => stage.as(worker, (tx) => tx.act(incident, id(), 'wait', { waitingFor: trouble.waitsFor ?? '' })),
          },
          { at: waits[1], do: () => stage.as(worker, (tx) => tx.act(incident, id(), 'resume')) },
        ]
      : []),
    resolve(resolved, trouble.resolution),
    ...(again
      ? [
          { at: again[0], do: () => stage.as('business', (tx) => tx.act(incident, id(), 'reopen')) },
          resolve(again[1], `${trouble.resolution}复发一次,再次处理后观察正常。`),
        ]
      : []),
  ]
}

async function report(stage: Stage, places: Places, services: Services, life: Life): Promise<string> {
  const { trouble, where, byPhone } = life
  const made = await stage.as(byPhone ? 'operator' : 'business', (tx) =>
    tx.create(incident, {
      title: `${where}:${trouble.title}`,
      impact: trouble.impact,
      urgency: trouble.urgency,
      affectsTrading: trouble.impact === 'high',
      component: trouble.component ? placeOf(places, trouble.component).component : null,
      service: services.get(trouble.service) ?? null,
      reportedBy: stage.people.business,
      channel: byPhone ? 'phone' : 'portal',
    }),
  )
  return made.id
}

/** Late each afternoon the checker closes what was resolved by the evening before. */
function closings(
  stage: Stage,
  days: readonly string[],
  lives: readonly Life[],
  ids: ReadonlyMap<Life, string>,
): Act[] {
  return days.slice(1).map((day, n): Act => {
    const [from, to] = [
      n === 0 ? 0 : shanghai(days[n - 1] as string, '17:30:00'),
      shanghai(days[n] as string, '17:30:00'),
    ]
    const due = lives.filter(({ resolved, again }) => {
      const last = again?.[1] ?? resolved
      return last > from && last <= to
    })
    return {
      at: shanghai(day, '17:10:00'),
      do: () =>
        stage.as('checker', async (tx) => {
          for (const life of due) await tx.act(incident, ids.get(life) as string, 'close')
        }),
    }
  })
}
