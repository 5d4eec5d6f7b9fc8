import type { AnyRecord, RecordWords } from '../record/record.ts'
import type { Area, Entry } from '../record/registry.ts'
import type { Words } from '../record/words.ts'

/** What the frame needs of a record whose area is not there yet: its address, its names, and who may ever meet it. */
export interface Head {
  readonly record: Pick<AnyRecord, 'name' | 'plural' | 'label'> & {
    readonly appendOnly?: boolean | undefined
    readonly access: Pick<AnyRecord['access'], 'read' | 'create' | 'update'>
  }
  readonly words: Pick<RecordWords, 'name' | 'plural'>
}

/** An area as the menu shows it. */
export interface AreaHead {
  readonly code: string
  readonly words: Words
  readonly records: readonly Head[]
}

/** Drawn from the declarations when the web app is built, and the only part of them in its first load. */
export const headsOf = (areas: readonly Area[]): AreaHead[] =>
  areas.map(({ code, words, records }) => ({ code, words, records: records.map(headOf) }))

const headOf = ({ record, words }: Entry): Head => {
  const { name, plural, label, appendOnly, access } = record
  const { read, create, update } = access
  return {
    record: { name, plural, label, appendOnly, access: { read, create, update } },
    words: { name: words.name, plural: words.plural },
  }
}
