import type { CustomValues } from '../../../record/custom.ts'
import type { CategoryCode } from './categories.data.ts'
import type { ModelCode, SupplierCode } from './models.data.ts'

/** An asset as the demo lists it; whatever stands elsewhere it names by code, other assets by their keys. */
export interface Thing {
  readonly key: string
  readonly name: string
  readonly of: CategoryCode
  readonly model?: ModelCode
  readonly at?: string
  readonly unit?: number
  /** Months since it was bought. */
  readonly age: number
  /** Yuan. */
  readonly cost?: number
  readonly warranty?: number
  readonly supplier?: SupplierCode
  readonly host?: string
  readonly address?: string
  readonly components?: readonly string[]
  readonly custom?: CustomValues
  readonly classification?: 'internal' | 'sensitive' | 'secret'
  /** Login or employee number. */
  readonly owner?: string
  readonly custodian?: string
  readonly department?: string
  readonly note?: string
  readonly as?: 'in-stock' | 'ordered'
  /** What has happened to it since. */
  readonly since?: 'repair' | 'retire' | 'lose'
  readonly runsOn?: readonly string[]
  readonly connectsTo?: readonly string[]
  readonly backedUpBy?: readonly string[]
  readonly partOf?: readonly string[]
}

/** Things of one kind in a row: `n` counts from 1. */
export const several = (count: number, make: (n: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, i) => make(i + 1))

export const two = (n: number): string => String(n).padStart(2, '0')
