import type { ReactNode } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Trends } from '../../trend/shape.rules.ts'
import { FigureLink } from './FigureLink.tsx'
import { gradeText, shareText, tookWords } from './figure.ts'
import type { Lens } from './lens.ts'
import { trendWords as words } from './words.ts'

/** The whole period in nine figures. */
export function Figures({ trends: { whole, bars }, lens }: { trends: Trends; lens: Lens }) {
  const say = useSay()
  const period = { from: bars[0]?.from ?? null, to: bars.at(-1)?.to ?? null }
  return (
    <dl className="sv-figures" aria-label={say(words.figures)}>
      <One label={words.in}>
        <FigureLink lens={lens} figure="in" period={period} count={whole.in} />
      </One>
      <One label={words.out}>
        <FigureLink lens={lens} figure="out" period={period} count={whole.out} />
      </One>
      <One label={words.open}>
        <FigureLink lens={lens} figure="open" period={{ from: null, to: null }} count={whole.open} />
      </One>
      <One label={words.response} note={`${whole.responseKept} / ${whole.responseJudged}`}>
        <FigureLink lens={lens} figure="responseJudged" period={period} count={whole.responseJudged}>
          {shareText(whole.responseKept, whole.responseJudged)}
        </FigureLink>
      </One>
      <One label={words.resolution} note={`${whole.resolutionKept} / ${whole.resolutionJudged}`}>
        <FigureLink lens={lens} figure="resolutionJudged" period={period} count={whole.resolutionJudged}>
          {shareText(whole.resolutionKept, whole.resolutionJudged)}
        </FigureLink>
      </One>
      <One label={words.reopened} note={`${whole.reopened} / ${whole.in}`}>
        <FigureLink lens={lens} figure="reopened" period={period} count={whole.reopened}>
          {shareText(whole.reopened, whole.in)}
        </FigureLink>
      </One>
      <One label={words.grade} note={`${say(words.gradeNote)} · n=${whole.rated}`}>
        <FigureLink lens={lens} figure="rated" period={period} count={whole.rated}>
          {gradeText(whole.grade)}
        </FigureLink>
      </One>
      <One label={words.responseTook} note={say(words.half)}>
        <FigureLink lens={lens} figure="responseJudged" period={period} count={whole.responseJudged}>
          {say(tookWords(whole.responseTook))}
        </FigureLink>
      </One>
      <One label={words.resolutionTook} note={say(words.half)}>
        <FigureLink lens={lens} figure="resolutionJudged" period={period} count={whole.resolutionJudged}>
          {say(tookWords(whole.resolutionTook))}
        </FigureLink>
      </One>
    </dl>
  )
}

function One({ label, note, children }: { label: Words; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{useSay()(label)}</dt>
      <dd className="ts-figures">{children}</dd>
      {note && <dd className="ts-quiet ts-figures sv-figure-note">{note}</dd>}
    </div>
  )
}
