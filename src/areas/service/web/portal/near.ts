/** The pieces of a text that are compared: two Chinese characters side by side, or a word of Latin letters. */
const piecesOf = (text: string): string[] => {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []
  return runs.flatMap((run) => {
    const chars = [...run]
    if (/[a-z0-9]/.test(run) || chars.length === 1) return [run]
    return chars.slice(1).map((char, i) => `${chars[i]}${char}`)
  })
}

/** Is something called so near to what is asked for? A quarter of what was asked stands in it. Pure. */
export function isNear(asked: string, called: string): boolean {
  const pieces = piecesOf(asked)
  const text = called.normalize('NFKC').toLowerCase()
  return pieces.length > 0 && pieces.filter((one) => text.includes(one)).length * 4 >= pieces.length
}
