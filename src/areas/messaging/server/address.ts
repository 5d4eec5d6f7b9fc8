import type { Engine } from '../../../platform/engine.ts'

/** Where people find the web app: what links in messages begin with. */
export const addressOf = (_engine: Engine): string => 'http://127.0.0.1:7300'
