import type { Holidays } from '../../working-calendar/holidays.rules.ts'

/** Holidays and make-up days as a change of the record takes them: lists that may be written to. */
export const datesBody = ({ closed, madeUp }: Holidays) => ({
  closed: closed.map((one) => ({ ...one })),
  madeUp: madeUp.map(({ hours, ...one }) => ({ ...one, ...(hours && { hours: hours.map((span) => ({ ...span })) }) })),
})
