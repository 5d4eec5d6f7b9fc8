import type { Tone } from '../plugin.ts'

/** Each tone has a shape of its own, so that colour is never the only sign. */
const shapes: Readonly<Record<Tone, string>> = {
  kept: 'M2 6.5 5 9.5 10.5 3',
  progress: 'M6 1a5 5 0 0 1 0 10z',
  late: 'M6 1.2 11.3 10.8H.7z',
  broken: 'M2.5 2.5l7 7m0-7l-7 7',
  unknown: 'M1 6 6 1M1 11 11 1M6 11l5-5',
  start: '',
  ended: 'M2 2h8v8H2z',
}

/** A state as shape, word and colour. */
export const StateTag = ({ tone, word }: { tone: Tone; word: string }) => (
  <span className={`ts-state is-${tone}`}>
    <ToneMark tone={tone} />
    {word}
  </span>
)

/** The shape alone, where the word stands beside it already. */
export const ToneMark = ({ tone }: { tone: Tone }) => (
  <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden className={`ts-tone is-${tone}`}>
    {(tone === 'start' || tone === 'progress') && <circle cx="6" cy="6" r="4.7" className="ts-ring" />}
    <path d={shapes[tone]} />
  </svg>
)
