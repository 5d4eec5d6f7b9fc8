import type { Reading } from '../sheet/open.ts'
import type { CellFault, Changes, Settings, Summary } from './import.ts'

declare module '../../tables.ts' {
  interface Tables {
    importFile: {
      id: string
      record: string
      person: string
      at: string
      name: string
      digest: string
      size: number
      reading: Reading
      sheets: string[]
      settings: Settings
      state: 'open' | 'checked' | 'applied'
      work: string | null
      result: Summary | null
    }
    importRow: {
      import: string
      n: number
      verdict: 'create' | 'change' | 'fault'
      label: string | null
      recordId: string | null
      faults: CellFault[]
      changes: Changes | null
    }
    importMapping: { record: string; person: string; heading: string; field: string | null; at: string }
  }
}
