/** What a person reads, in both languages beside each other: `['故障', 'Incident']`. Each is written as an original. */
export type Words = readonly [zh: string, en: string]

export type Lang = 'zh' | 'en'

/** The text of a pair in one language. */
export const say = (words: Words, lang: Lang): string => words[lang === 'zh' ? 0 : 1]

/** Reads an Accept-Language header or a stored preference; Chinese is the house's first language. */
export const langOf = (wanted: string | undefined | null): Lang => {
  const first = (wanted ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => part.startsWith('zh') || part.startsWith('en'))
  return first?.startsWith('en') ? 'en' : 'zh'
}
