import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { minuteMs, msOf } from '../../../record/time.ts'

/** A line of a handover sheet: a record and how it stands. */
const line = z.object({
  record: z.string(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: z.string(),
  at: z.string().nullable(),
})

/** What a handover hands over, as it stood when it was signed. */
export const sheetSchema = z.object({
  at: z.string(),
  alarms: z.array(line),
  incidents: z.array(line),
  /** Runs under way. */
  runs: z.array(line),
  /** Steps of them that are late or in trouble. */
  steps: z.array(line),
  /** What is to be run next. */
  due: z.array(line),
  /** What was written in the log by hand during the shift. */
  log: z.array(z.object({ at: z.string(), text: z.string(), by: z.string().nullable() })),
})

export type HandoverSheet = z.output<typeof sheetSchema>
export type SheetLine = z.output<typeof line>

/** As many of each kind as a sheet names. */
export const mostLines = 50

/** A sheet older than this no longer says how things stand. */
const freshMs = 15 * minuteMs

/** What is signed is a sheet of now. */
export const freshSheet = ({ sheet }: { sheet: HandoverSheet | null }, { now }: { now: string }): Fault[] =>
  sheet !== null && msOf(now) - msOf(sheet.at) <= freshMs
    ? []
    : [
        fault(
          '',
          'no-sheet',
          '请先编制交接单:签字的是 15 分钟内的交接单。',
          'Compile the handover sheet first: what is signed is a sheet of the last 15 minutes.',
        ),
      ]
