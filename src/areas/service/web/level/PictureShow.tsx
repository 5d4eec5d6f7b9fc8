import type { Picture } from '../../level-report/picture.rules.ts'
import './level.css'

/** A picture on the screen, in the page's own colours; what it shows is told in words beside it. */
export function PictureShow({ picture, label }: { picture: Picture; label: string }) {
  const { width, height, bars, lines, texts } = picture
  return (
    <svg className="sv-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars.map((bar) => (
        <rect key={`${bar.x}`} x={bar.x} y={bar.y} width={bar.width} height={bar.height} className={`is-${bar.tone}`} />
      ))}
      {lines.map(({ points, tone, dashed }) => (
        <polyline
          key={tone}
          points={points.map(([x, y]) => `${x},${y}`).join(' ')}
          className={`is-${tone}`}
          strokeDasharray={dashed ? '3 2' : undefined}
        />
      ))}
      {texts.map(({ x, y, text, at }) => (
        <text key={`${x} ${y}`} x={x} y={y} textAnchor={at}>
          {text}
        </text>
      ))}
    </svg>
  )
}
