import { join } from 'node:path'
import { countResources } from '../../areas/assets/resource/server/figures.ts'
import { goldExchange } from '../../areas/operations/calendar/calendar.data.ts'
import { tradingCalendar } from '../../areas/operations/calendar/calendar.record.ts'
import { storedOf } from '../../areas/operations/calendar/stored.rules.ts'
import { order } from '../../areas/operations/component/server/order.ts'
import { checkLogs } from '../../areas/security/log-check/server/check.task.ts'
import type { Engine } from '../../platform/engine.ts'
import { asSystem } from '../../record/actor.ts'
import { openEngine } from '../open.ts'
import { accessActs } from './access.ts'
import { accountActs } from './accounts.ts'
import { awaitAgent } from './agents.ts'
import { askTheManager } from './approvals.ts'
import { archiveActs } from './archives.ts'
import { beginCare, careActs } from './assets/care.ts'
import { prepareRegister } from './assets/classify.ts'
import { agreeOnContracts, nameProducts, nightActs } from './assets/contracts.ts'
import { reportMachines } from './assets/found.ts'
import { disposalActs } from './assets/leaving.ts'
import { lendingActs } from './assets/lending.ts'
import { planTheYear, purchaseActs } from './assets/purchases.ts'
import { registerAssets } from './assets/register.ts'
import { stocktakeActs } from './assets/stocktakes.ts'
import { auditActs } from './audits.ts'
import { backupActs } from './backups.ts'
import { rememberSizes } from './capacity.ts'
import { publishOfferings } from './catalogue.ts'
import { changeActs } from './changes.ts'
import { type SetClock, setClock } from './clock.ts'
import { tellClocks, timeTheFirm } from './clocks.ts'
import { floorParts, type Ground, surroundings } from './components.data.ts'
import { install, placeOf } from './components.ts'
import { configurationActs, nameSettings } from './configuration.ts'
import { setUpDesk } from './desk.ts'
import { drillActs } from './drills.ts'
import { dutyActs } from './duties.ts'
import { play, shanghai } from './history/agenda.ts'
import { nameRunbook } from './history/calm.ts'
import { daysBefore } from './history/days.ts'
import { liveThrough } from './history/history.ts'
import { rememberHours } from './history/hours.ts'
import { quarterActs } from './history/quarter.ts'
import { writeKnowledge } from './knowledge.ts'
import { agreeOnLevels, reportActs } from './levels.ts'
import { forgetOldNews, receiveLetters, setUpMessages } from './messaging.ts'
import { patrolActs } from './patrols.ts'
import { type Hired, hirePeople } from './people.ts'
import { publishPolicies } from './policies.ts'
import { protectionActs } from './protection.ts'
import { ratingActs } from './ratings.ts'
import { orderThings } from './requests.ts'
import { drawUpReviews, reviewActs } from './reviews.ts'
import { riskActs } from './risks.ts'
import { rosterActs, setUpDuty, shiftActs } from './rosters.ts'
import { ruleActs } from './rules.ts'
import { moveToCommands, writeFirstEditions } from './runbooks/write.ts'
import { offerServices } from './services.ts'
import { makeStage } from './stage.ts'

const minute = 60_000
const day = 1_440 * minute

/**
 * Past trading days that a newcomer finds: a fortnight day by day, two months of runs and alarms, and tickets of a quarter with some days
 * before it. Duties, rounds and shifts reach back beyond the day that went badly.
 */
export const pastDays = 10
const dutyDays = 22
const runDays = 44
const ticketDays = 68

/**
 * Builds the firm as a newcomer meets it, with two months behind it. Everything goes through the product's own verbs,
 * under the names of those who did it and at the time they did it, so its journal is true and verifies. What was done
 * by command or seen by a probe cannot be had afterwards, so until yesterday the firm worked by hand.
 */
export async function buildFirm(engine: Engine, password: string, ground: Omit<Ground, 'database'>): Promise<void> {
  const now = Date.parse(engine.clock.now())
  const quarter = daysBefore(goldExchange, engine.clock.now(), ticketDays)
  const days = quarter.slice(-pastDays)
  const weeks = quarter.slice(-dutyDays)
  const [first, last] = [quarter[0], days.at(-1)]
  const clock = setClock(first ? shanghai(first, '14:00') - day : now - day)
  const hired = await inThePast(engine, clock, (past) => found(past, password, engine.clock.now().slice(0, 10)))
  await inThePast(engine, clock, async (past) => {
    const stage = await makeStage(past, clock, hired.people)
    const listed = { ...ground, database: addressOf(engine.url) }
    clock.set(Date.parse(clock.now()) + 30 * minute)
    const places = await stage.as('engineer', async (tx) => {
      const below = await install(tx, surroundings(listed), hired.team)
      return install(tx, floorParts(listed), hired.team, below)
    })
    const register = await registerAssets(stage, places)
    await planTheYear(stage, register, engine.clock.now().slice(0, 10))
    await agreeOnContracts(stage, register, engine.clock.now().slice(0, 10))
    await beginCare(stage, register, engine.clock.now().slice(0, 10))
    clock.set(Date.parse(clock.now()) + 90 * minute)
    const runbooks = await writeFirstEditions(stage, places)
    const services = await offerServices(stage, places, hired.team)
    const offerings = await publishOfferings(stage, services)
    if (first) await agreeOnLevels(stage, services, first)
    await setUpDuty(stage)
    await publishPolicies(stage, clock.now().slice(0, 10))
    const copies = join(ground.floor, 'copies')
    const settings = nameSettings(ground.floor)
    const evening = last ? shanghai(last, '17:15') : now
    const acts =
      first === undefined
        ? []
        : [
            ...quarterActs(stage, places, services, quarter, evening),
            ...ratingActs(stage, quarter, evening),
            ...reportActs(stage, quarter),
            ...purchaseActs(stage, register, quarter),
            ...lendingActs(stage, register, quarter),
            ...stocktakeActs(stage, register, quarter),
            ...careActs(stage, register, quarter, engine.clock.now().slice(0, 10)),
            ...disposalActs(stage, register, quarter),
            ...nightActs(stage, quarter.slice(-30)),
            ...rosterActs(stage, weeks, now, evening),
            ...shiftActs(stage, weeks, 0, evening),
            ...dutyActs(stage, weeks),
            ...patrolActs(stage, weeks),
            ...reviewActs(stage, days, now),
            ...ruleActs(stage, quarter, now),
            ...auditActs(stage, quarter),
            ...riskActs(stage, places, quarter, now),
            ...accountActs(stage, quarter),
            ...protectionActs(stage, quarter),
            ...drillActs({ stage, places, register }, days, evening),
            ...backupActs({ stage, places, copies }, days),
            ...archiveActs({ stage, places }, days),
            ...configurationActs({ stage, places, settings }, days),
            ...accessActs({ stage, places }, days),
            ...changeActs({ stage, places, register, copies }, days, evening),
          ]
    await liveThrough(stage, goldExchange, quarter.slice(-runDays), places, runbooks, acts)
    clock.set(last ? shanghai(last, '17:20') : now - minute)
    await nameRunbook(stage, places, await moveToCommands(stage, places, runbooks))
    await setUpMessages(stage)
    await orderThings(stage, offerings, days)
    await writeKnowledge(stage, places)
    await receiveLetters(stage)
    await askTheManager(stage)
    await setUpDesk(stage, places)
    // The last evening's closing stopped them: until the opening they are silent on purpose.
    const parts = floorParts(listed).map(({ code }) => placeOf(places, code).component)
    await past.inTx(asSystem('demo'), (tx) => order(tx, parts, 'stop'))
    await reportMachines(stage, register)
    await awaitAgent(stage)
    await nameProducts(stage)
    const until = (at: number) => tellClocks(past, clock, at)
    await play(shiftActs(stage, weeks, evening, now - minute), clock, until)
    await until(now - minute)
    await drawUpReviews(stage)
    if (first) await rememberHours(past, ground.floor, quarter.slice(-runDays), engine.clock.now())
    await rememberSizes(past, engine.clock.now())
    await countResources(past, {} as never)
    await checkLogs(past, {} as never)
    await forgetOldNews(stage, now)
  })
}

const found = (engine: Engine, password: string, today: string): Promise<Hired> =>
  engine.inTx(asSystem('demo'), async (tx) => {
    const hired = await hirePeople(tx, password)
    const calendar = await tx.create(tradingCalendar, {
      ...storedOf(goldExchange),
      source: '上海黄金交易所 2026 年休市安排(据银行公告)',
    })
    await tx.act(tradingCalendar, calendar.id, 'approve')
    await timeTheFirm(tx, today)
    await prepareRegister(tx)
    return hired
  })

/** The same product on the same database with another clock. Opened anew, it knows the calendar then in force. */
async function inThePast<T>(engine: Engine, clock: SetClock, work: (past: Engine) => Promise<T>): Promise<T> {
  const { engine: past, close } = await openEngine({
    url: engine.url,
    files: engine.files,
    log: engine.log,
    clock,
    poolSize: 2,
  })
  try {
    return await work(past)
  } finally {
    await close()
  }
}

function addressOf(url: string): Ground['database'] {
  const { hostname, port } = new URL(url)
  return { host: hostname || '127.0.0.1', port: Number(port) || 5432 }
}
