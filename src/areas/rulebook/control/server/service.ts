import type { Service } from '../../../../platform/area.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { readCatalogue } from './held.ts'
import { declareStates, touchedTopic } from './store.ts'
import { takeTurn } from './turn.ts'

const turnMs = 1_000

/**
 * Judges as long as the server lives: at once where something was written that a control reads, and every second what time
 * alone may have changed. What is noted is a row, so that a lost message costs a second and no verdict.
 */
export const controlService: Service = async (engine) => {
  await declareStates(engine.db, (await readCatalogue(engine)).all, engine.clock.now())
  let turn = Promise.resolve()
  let wanted = false
  const work = () => {
    wanted = true
    turn = turn
      .then(async () => {
        if (!wanted) return
        wanted = false
        while (await takeTurn(engine)) wanted = false
      })
      .catch((error) => engine.log.error({ err: error }, 'controls could not be judged'))
    return turn
  }
  const stopHearing = engine.events.on(touchedTopic, () => void work())
  const stopGaps = engine.events.onGap(() => void work())
  const beat = rhythm(turnMs, engine.log, work)
  return {
    async stop() {
      stopHearing()
      stopGaps()
      await beat.stop()
      await turn
    },
  }
}

/** Judges everything there is to judge now: for whoever cannot wait for the service. */
export async function judgeNow(engine: Parameters<Service>[0]): Promise<void> {
  await declareStates(engine.db, (await readCatalogue(engine)).all, engine.clock.now())
  while (await takeTurn(engine)) {}
}
