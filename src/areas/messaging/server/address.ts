import type { Engine } from '../../../platform/engine.ts'
import { address } from '../../../platform/settings/house.ts'

/** Where people find the web app: what links in messages begin with. */
export const addressOf = ({ settings }: Engine): string => settings.get(address)
