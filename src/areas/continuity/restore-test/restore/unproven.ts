import type { Words } from '../../../../record/words.ts'

/** The copy is not good, or it cannot be told: thrown through a restore test, with the sentence that it ends with. */
export class Unproven extends Error {
  readonly text: Words

  constructor(zh: string, en: string) {
    super(en)
    this.name = 'Unproven'
    this.text = [zh, en]
  }
}
