import type { Kysely } from 'kysely'
import type { PersonActor } from '../../../record/actor.ts'
import type { Words } from '../../../record/words.ts'
import type { Tables } from '../../tables.ts'

/** What is known of the lists that people keep of one kind of record, beside its declaration. */
export interface Importing {
  /** By field: what else people write above its column. */
  readonly headings?: Readonly<Record<string, readonly string[]>>
  /** By field, by word: the choice that a word means, or why it means none. */
  readonly says?: Readonly<Record<string, Readonly<Record<string, string | { readonly wrong: Words }>>>>
  /** Fields in which two rarely say the same: where they do, somebody says that both are meant. */
  readonly alike?: readonly string[]
  /** The one form of a name that people write in several ways. */
  form?(text: string): string
  /** Finds records by what people call them beside number, code and name: ids by text. */
  find?(db: Kysely<Tables>, texts: readonly string[], person: PersonActor): Promise<ReadonlyMap<string, string>>
  /**
   * What would be made of a name that nobody knows: itself, after whatever it rests on. `beside` is what the rows that want it say
   * in their other columns, by field.
   */
  propose?(text: string, beside: Readonly<Record<string, string>>): readonly Proposed[]
}

/** A record to be made, under the name by which the file means it; its values as a file would say them. */
export interface Proposed {
  readonly text: string
  readonly values: Readonly<Record<string, string>>
}
