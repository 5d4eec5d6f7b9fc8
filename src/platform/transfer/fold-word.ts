import { fold } from '../../record/fold.ts'

/** A word of a heading, that people write their own way: folded, without any space, case, or the mark of a required column. */
export const foldWord = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^\*+|[*:]+$/g, '')
