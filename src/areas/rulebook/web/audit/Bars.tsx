import type { Tone } from '../../../../web/plugin.ts'

export interface Share {
  readonly key: string
  readonly tone: Tone
  readonly n: number
}

/** How a whole is made up, as one bar; what each part is stands beside it in words. */
export const Bars = ({ shares }: { shares: readonly Share[] }) => (
  <span className="adt-bar" aria-hidden="true">
    {shares.map(({ key, tone, n }) =>
      n > 0 ? <i key={key} className={`is-${tone}`} style={{ flexGrow: n }} /> : null,
    )}
  </span>
)
