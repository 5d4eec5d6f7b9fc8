import { z } from 'zod'

/** Chinese and English. */
export const wordsShape = z.tuple([z.string(), z.string()]).readonly()
