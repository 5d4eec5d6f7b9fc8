import type { DayValue, Limit } from '../../probe/forecast.rules.ts'

const [width, height, margin] = [120, 28, 2]

interface TraceProps {
  readonly values: readonly DayValue[]
  readonly limit: Limit
  readonly label: string
}

/** The last days as a small line within its own range; the limit is drawn where it lies in reach of that. */
export function Trace({ values, limit, label }: TraceProps) {
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last || first === last) return null
  const all = values.map(({ value }) => value)
  const [least, greatest] = [Math.min(...all), Math.max(...all)]
  const inReach = Math.abs(limit.at - last.value) <= 2 * (greatest - least)
  const [low, high] = inReach ? [Math.min(least, limit.at), Math.max(greatest, limit.at)] : [least, greatest]
  const x = (day: number) => margin + ((day - first.day) / (last.day - first.day)) * (width - 2 * margin)
  const y = (value: number) =>
    high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin)
  return (
    <svg className="ops-trace" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {inReach && <line className="ops-trace-limit" x1={0} x2={width} y1={y(limit.at)} y2={y(limit.at)} />}
      <polyline points={values.map(({ day, value }) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
    </svg>
  )
}
