import { type Fault, fault } from '../../../record/problem.ts'

/** The days are in order. */
export const spanFaults = ({ startsOn, dueOn }: { startsOn: string | null; dueOn: string }): Fault[] =>
  startsOn !== null && dueOn < startsOn
    ? [fault('dueOn', 'order', '归还日期早于借出日期。', 'It would be due before it begins.')]
    : []
