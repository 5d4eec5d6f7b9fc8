import { csrc218, jrt0059, jrt0099 } from './data/finance.ts'
import { iso20000, iso27001 } from './data/iso.ts'
import { cac2025, csl, pboc2025 } from './data/law.ts'
import { mlps } from './data/mlps.ts'
import type { PackData } from './pack.rules.ts'

/** Every law and standard that comes with the product. None is legal advice; each says how far it was read at its source. */
export const packData: readonly PackData[] = [
  csl,
  cac2025,
  pboc2025,
  mlps,
  csrc218,
  jrt0099,
  jrt0059,
  iso20000,
  iso27001,
]
