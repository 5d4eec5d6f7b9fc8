/**
 * What a title says apart from what differs each time it happens: dates, times, addresses, codes with digits in them and numbers are
 * folded away, and so are marks, width and case. Two titles with one signature tell of the same thing. Pure.
 */
export const signatureOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+\s*[年月日号时点分秒]/g, ' ')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ' ')
    .replace(/[a-z]*[-_./:#]?\d[\w./:%#-]*/g, ' ')
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
