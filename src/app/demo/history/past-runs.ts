import type { TradingCalendar } from '../../../areas/operations/calendar/calendar.rules.ts'
import { logEntry } from '../../../areas/operations/log-entry/log-entry.record.ts'
import { run } from '../../../areas/operations/run/run.record.ts'
import { idsOf, stepValues } from '../../../areas/operations/run/server/begin.ts'
import { compileReport, digestOfReport } from '../../../areas/operations/run/server/report.ts'
import { runStep } from '../../../areas/operations/run-step/run-step.record.ts'
import type { Work } from '../../../areas/operations/runbook/include.rules.ts'
import type { RunbookRow } from '../../../areas/operations/runbook/server/steps.ts'
import { asSystem } from '../../../record/actor.ts'
import type { Words } from '../../../record/words.ts'
import { chance } from '../chance.ts'
import type { Stage } from '../stage.ts'
import type { Act } from './agenda.ts'
import { paced } from './pace.ts'
import type { PastRun } from './run.ts'
import { closingNotes, notes } from './runs.data.ts'
import { type Deed, type Life, writeDown } from './write-down.ts'

const second = 1_000

/** A runbook's edition as a run of it is named. */
export type Edition = Pick<RunbookRow, 'code' | 'edition' | 'title' | 'titleEn' | 'kind'> & {
  readonly mirrored: string | null
}

/** A run that went as planned, written down when it was finished. */
export function plainRun(stage: Stage, calendar: TradingCalendar, past: PastRun, book: Edition): Act {
  const luck = chance(past.begin / second)
  const timed = paced(past.steps, past.begin + 20 * second, luck)
  const end = Math.max(...timed.map(({ at }) => at)) + luck.between(40, 150) * second
  const [operator, checker] = [stage.actor(past.crew.operator), stage.actor(past.crew.checker)]
  let id = ''
  const logged: Life[] = []
  const log = (
    at: number,
    by: Life['by'],
    about: string,
    record: string,
    text: Words,
    component: string | null = null,
  ) =>
    logged.push({
      ...{ record: logEntry, id: '', at, by },
      values: (numberOf) => ({
        ...{ kind: 'run', severity: 'info', text: text[0], textEn: text[1], component },
        ...{ subjectRecord: record, subjectId: about, subjectNumber: numberOf(about) },
      }),
    })
  const titleEn = book.titleEn ?? book.title

  function stepLife(step: Work, at: number, ids: Awaited<ReturnType<typeof idsOf>>): Life {
    const values = stepValues({ id, tradingDay: past.day }, step, at + 1, ids, calendar)
    const stepId = stage.engine.newId()
    const own = timed.filter(({ key }) => key === step.key)
    const satisfiedAt = (key: string) => Math.max(...timed.filter((one) => one.key === key).map((one) => one.at))
    const said = (past.code === 'closing' ? { ...notes, ...closingNotes } : notes)[step.key]
    const note = said && luck.pick(said)
    const released = Math.max(past.begin, ...step.needs.map(satisfiedAt), Date.parse(values.earliestAt ?? '') || 0)
    const spoken: Partial<Record<string, Words>> = {
      start: ['开始', 'started'],
      done: note ? [`完成。${note}`, `done. ${note}`] : ['完成', 'done'],
      check: ['复核签字', 'checked and signed'],
    }
    for (const { at: when, verb } of own) {
      const [zh, en] = spoken[verb] ?? ['', '']
      const place = values.components.length === 1 ? (values.components[0] ?? null) : null
      log(
        ...([when, verb === 'check' ? checker : operator, stepId, runStep.name] as const),
        [
          `${book.title} 第 ${at + 1} 步「${step.title[0]}」:${zh}`,
          `${titleEn}, step ${at + 1} “${step.title[1]}”: ${en}`,
        ],
        place,
      )
    }
    return {
      ...{ record: runStep, id: stepId, at: past.begin, by: asSystem('run'), values: () => values },
      deeds: [
        ...(released <= (own[0]?.at ?? 0)
          ? [{ at: released, by: asSystem(step.needs.length > 0 ? 'order' : 'run'), verb: 'release' }]
          : []),
        ...own.map(
          ({ at: when, verb }): Deed => ({
            ...{ at: when, by: verb === 'check' ? checker : operator, verb },
            ...(verb === 'done' && note ? { values: { note } } : {}),
          }),
        ),
      ],
    }
  }

  return {
    at: end,
    do: () =>
      stage.by('run', async (tx) => {
        id = stage.engine.newId() // now: later rows have greater ids, and lists go by them
        const ids = await idsOf(tx.db)
        const { code: runbookCode, title, kind, mirrored } = book
        const named = { runbookCode, title, titleEn: book.titleEn, kind, mirrored }
        const life: Life = {
          ...{ record: run, id, at: past.begin, by: operator, values: () => ({ runbook: past.runbook }) },
          deeds: [
            { at: past.begin, by: asSystem('run'), verb: 'update', values: named },
            { at: end, by: checker, verb: 'finish' },
          ],
        }
        log(past.begin, operator, id, run.name, [
          `${book.title}:开始执行(第 ${book.edition} 版)`,
          `${titleEn}: begun (edition ${book.edition})`,
        ])
        const steps = past.steps.map((step, at) => stepLife(step as Work, at, ids))
        log(end, checker, id, run.name, [`${book.title}:完成,报告已签字`, `${titleEn}: finished, its report signed`])
        const lines = logged.sort((a, b) => a.at - b.at).map((one) => ({ ...one, id: stage.engine.newId() }))
        await writeDown(stage.engine, tx, [life, ...steps, ...lines])
        await tx.update(run, id, { reportDigest: digestOfReport(await compileReport(tx.db, id)) })
      }),
  }
}
