/** Who does a step: the operator alone, or the operator with the checker's signature. */
export const single = { makerPost: 'duty-operator', checkerPost: null } as const
export const checked = { makerPost: 'duty-operator', checkerPost: 'duty-checker' } as const

/** Minutes before the opening, and after the close, by which a step is to be settled. */
export type Timing = readonly [open: number, close: number]
