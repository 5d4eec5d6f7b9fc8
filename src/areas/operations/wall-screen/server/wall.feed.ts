import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Feed } from '../../../../platform/area.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { idOfToken, keepSecret } from '../../../../platform/secret.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { notFound } from '../../../../record/problem.ts'
import { openAlarms } from '../../alarm/server/open.query.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import { mapAt } from '../../component/server/map.queries.ts'
import { dueOn } from '../../run/server/due.ts'
import { makeAddress } from '../../server/address.ts'
import { positionsAt } from '../../shift/server/on-now.query.ts'
import type { Wall } from '../wall.rules.ts'
import { wallScreen } from '../wall-screen.record.ts'

export const wallBehaviour = behave(wallScreen, {
  effects: { revoke: async (tx, { id }) => void (await keepSecret(tx, wallScreen, id, '')) },
  // Behind the sign that no request carries: the token stands in no log of a proxy.
  actions: { 'make-address': makeAddress(wallScreen, (token) => `/wall#${token}`) },
})

/** Alarms told in full; beyond them their number says it. */
const most = 12

/** How things stand, for a big screen: exactly what is drawn there. */
export const wallFeed: Feed = {
  path: '/api/wall',
  type: 'application/json',
  summary: 'How things stand now, for a big screen, at its secret address',
  async read(engine, token) {
    const screen = await screenAt(engine.db, token)
    if (!screen) throw notFound()
    const now = engine.clock.now()
    const { name, lang, seconds } = screen
    const wall: Wall = {
      now,
      screen: { name, lang, seconds },
      ...(await standingOn(engine.db, now, engine.tradingDay(now))),
    }
    return JSON.stringify(wall)
  },
  live: {
    watches: [
      ...['component', 'alarm', 'run', 'run-step', 'runbook', 'shift', 'duty', 'leave', 'duty-position'],
      ...['maintenance-window', 'trading-calendar', wallScreen.name],
    ],
    holds: async ({ db }, token) => (await screenAt(db, token)) !== undefined,
  },
}

async function screenAt(db: Kysely<Tables>, token: string) {
  const id = await idOfToken(db, wallScreen, token)
  if (!id) return undefined
  return db
    .selectFrom('wallScreen')
    .select(['name', 'lang', 'seconds'])
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
}

async function standingOn(db: Kysely<Tables>, now: string, day: string | null): Promise<Omit<Wall, 'now' | 'screen'>> {
  const [calendar, due, open, { nodes }, positions, runs, alarmsOfDay] = await Promise.all([
    effectiveCalendar(db),
    dueOn(db, { now, day, today: day, underWay: true }),
    openAlarms(db, now),
    mapAt(db, now),
    positionsAt(db, now),
    day === null ? [] : runsOf(db, day),
    day === null ? [] : alarmsOf(db, day),
  ])
  return {
    ...{ calendar, day, due, runs, alarmsOfDay },
    alarms: {
      open: open.length,
      firing: open.filter(({ state }) => state === 'firing').length,
      items: open.slice(0, most).map(({ id, title, titleEn, state, severity, firstAt, component, ...one }) => ({
        ...{ id, title, titleEn, state, severity, firstAt, component: component?.name ?? null },
        ...{ acknowledgedBy: one.acknowledgedBy?.name ?? null, affectsTrading: one.affectsTrading },
      })),
    },
    components: nodes
      .filter(({ state }) => state === 'in-service')
      .map(({ id, code, name, criticality, health, since, maintenance }) => ({
        ...{ id, code, name, criticality, health, since },
        maintainedUntil: maintenance?.endsAt ?? null,
      })),
    positions: positions.map(({ id, name, nameEn, people, next }) => ({
      ...{ id, name, nameEn },
      people: people.map(({ person, until, signed, late }) => ({ name: person.name, until, signed, late })),
      next: next && { name: next.person.name, at: next.at },
    })),
  }
}

/** Drawn at most; a day with more of them is not read off a ribbon. */
const mostOfDay = 200

const runsOf = (db: Kysely<Tables>, day: string) =>
  db
    .selectFrom('run')
    .select(['id', 'number', 'title', 'titleEn', 'state', 'createdAt', 'finishedAt'])
    .where('tradingDay', '=', day)
    .orderBy('id', 'desc')
    .limit(mostOfDay)
    .execute()

const alarmsOf = (db: Kysely<Tables>, day: string) =>
  db
    .selectFrom('alarm')
    .select(['id', 'number', 'title', 'titleEn', 'state', 'severity', 'firstAt', 'resolvedAt'])
    .where('tradingDay', '=', day)
    .orderBy('id', 'desc')
    .limit(mostOfDay)
    .execute()
