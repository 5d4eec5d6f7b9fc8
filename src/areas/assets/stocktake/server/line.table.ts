import '../../server/tables.ts'

declare module '../../../../platform/tables.ts' {
  interface Tables {
    /** What should be there, frozen as a stocktake starts. Only whether it was counted is written afterwards. */
    stocktakeLine: {
      stocktake: string
      asset: string
      tag: string
      name: string
      state: string
      category: string
      department: string | null
      location: string | null
      custodian: string | null
      counted: boolean
    }
    /** How far a stocktake is, by place (`expected` of `counted`) and by counter, kept as it is counted. */
    stocktakeTally: {
      stocktake: string
      of: 'place' | 'counter'
      /** A place or a person; all zeros: what stands nowhere. */
      key: string
      expected: number
      counted: number
      firstAt: string | null
      lastAt: string | null
    }
  }
}

/** In the place of a place, where there is none. */
export const nowhere = '00000000-0000-0000-0000-000000000000'
