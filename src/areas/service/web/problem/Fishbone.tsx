import { useSay } from '../../../../web/shell/lang.tsx'
import type { Bones } from '../../problem/causes.rules.ts'
import { fishOf, height, spine } from './fish.ts'
import { problemScreenWords as words } from './words.ts'
import './problem.css'

/** Causes as bones of a fish whose head is the problem; to a screen reader the same as a list. */
export function Fishbone({ head, bones }: { head: string; bones: Bones }) {
  const say = useSay()
  const { width, drawn } = fishOf(bones)
  return (
    <figure className="svc-fish">
      <figcaption className="ts-quiet">{say(words.fishOf)}</figcaption>
      <div>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <path d={`M8 ${spine}H${width - 190}`} className="is-spine" />
          <path d={`M${width - 190} ${spine - 10}l16 10-16 10z`} className="is-head" />
          {drawn.map(({ key, name, at, foot, end, causes }) => (
            <g key={key}>
              <path d={`M${at} ${end}L${foot} ${spine}`} />
              <text x={at} y={end < spine ? end - 8 : end + 18} textAnchor="middle" className="is-kind">
                {name}
              </text>
              {causes.map(({ key: cause, text, x, y }) => (
                <g key={cause}>
                  <path d={`M${x - 130} ${y}H${x}`} className="is-twig" />
                  <text x={x - 130} y={y - 4}>
                    <title>{text}</title>
                    {clipped(text)}
                  </text>
                </g>
              ))}
            </g>
          ))}
          <foreignObject x={width - 170} y={spine - 40} width={166} height={80}>
            <div className="svc-fish-head">{head}</div>
          </foreignObject>
        </svg>
      </div>
      <ul className="ts-sr">
        {bones.map(({ category, causes }) => (
          <li key={category}>
            {category}: {causes.join('; ')}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** As much as a twig bears: a Chinese character is twice as wide as a Latin letter. */
function clipped(text: string): string {
  let width = 0
  for (const [i, one] of [...text].entries()) {
    width += one > '⺀' ? 12 : 6.6
    if (width > 128) return `${[...text].slice(0, i).join('')}…`
  }
  return text
}
