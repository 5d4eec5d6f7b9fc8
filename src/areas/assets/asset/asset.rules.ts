/** What is in these states is nowhere. */
export const goneStates = ['disposed', 'lost'] as const

/** What is in these states has come and is not yet out of use: it is maintained, and mended. */
export const workingStates = ['in-use', 'in-stock', 'in-repair'] as const
