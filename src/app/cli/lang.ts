import { type Lang, langOf } from '../../record/words.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The language of a terminal, as POSIX tells it: LC_ALL before LC_MESSAGES before LANG. */
export const langOfTerminal = (env: Env): Lang => langOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'])
