import { applyWork } from '../transfer/import/apply.ts'
import { checkWork } from '../transfer/import/check.ts'
import { bulkWork } from './bulk.ts'
import type { Work } from './work.ts'

/** The engine's own kinds of long work, for every record. */
export const platformWorks: readonly Work[] = [bulkWork, checkWork, applyWork]
