/** Who makes and who checks are two; what else a position is for is the firm's. */
export const parts = ['maker', 'checker', 'other'] as const

/** The codes of sessions that a position names, however they are set apart: `night, day-am`. */
export const sessionsIn = (text: string | null): string[] => (text ?? '').split(/[\s,,、;;]+/).filter(Boolean)
