import type { Words } from '../../../record/words.ts'

/** How many parts of a pattern may vary in length: with more, one long line could keep the server busy. */
const mostVarying = 3

/**
 * Why a pattern (a JavaScript regular expression) is not taken; undefined when it is. Groups that repeat, look around or are
 * referred back to are refused: what is left is matched in time that a line of 200 characters bounds.
 */
export function patternFault(pattern: string): Words | undefined {
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return ['不是正则表达式。', 'This is no regular expression.']
  }
  const outside = pattern.replaceAll(/\\[^1-9k]/gu, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  if (/\\[1-9k]|\(\?(?!:)|\)[*+?{]/u.test(outside))
    return ['分组不能重复、回指或前后查看。', 'Groups may not repeat, be referred back to or look around.']
  const varying = outside.match(/[*+]|(?<!\()\?(?![:=!<])|\{\d+,\d*\}/g) ?? []
  if (varying.length > mostVarying)
    return [`长短不定的部分最多 ${mostVarying} 处。`, `No more than ${mostVarying} parts may vary in length.`]
  return undefined
}
