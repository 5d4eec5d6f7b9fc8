/** Prometheus' text format, as far as one series is looked for: https://prometheus.io/docs/instrumenting/exposition_formats/ */

export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** May be NaN or infinite. */
  readonly value: number
  /** Milliseconds since 1970, where it was given. */
  readonly at: number | null
}

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const labelled = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*"((?:[^"\\\n]|\\.)*)"\s*(,|$)/sy
const line = new RegExp(`^\\s*(${name})\\s*(?:\\{(.*)\\})?\\s*(\\S+)(?:\\s+(-?\\d+))?\\s*$`, 's')

/** The samples of one metric, in the order of the text; throws a {@link Malformed} at one that cannot be read. */
export function samplesOf(text: string, metric: string): Sample[] {
  return text
    .split('\n')
    .filter((one) => isOf(one, metric))
    .map(read)
}

/** A line of this metric and no other whose name only begins so. */
function isOf(text: string, metric: string): boolean {
  const begun = text.trimStart()
  return begun.startsWith(metric) && !/[a-zA-Z0-9_:]/.test(begun[metric.length] ?? ' ')
}

function read(text: string): Sample {
  const found = line.exec(text)
  const value = numberOf(found?.[3] ?? '')
  if (!found || value === null) throw new Malformed(text)
  const [, own = '', labels = '', , at] = found
  return { name: own, labels: labelsOf(labels, text), value, at: at === undefined ? null : Number(at) }
}

function labelsOf(inner: string, text: string): Record<string, string> {
  const labels: Record<string, string> = {}
  labelled.lastIndex = 0
  while (labelled.lastIndex < inner.trimEnd().length) {
    const found = labelled.exec(inner)
    if (!found) throw new Malformed(text)
    labels[found[1] as string] = unescaped(found[2] as string)
  }
  return labels
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next))

function numberOf(text: string): number | null {
  const special = {
    nan: Number.NaN,
    '+inf': Number.POSITIVE_INFINITY,
    inf: Number.POSITIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
  }
  const known = special[text.toLowerCase() as keyof typeof special]
  if (known !== undefined) return known
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null
}

export class Malformed extends Error {
  constructor(text: string) {
    super(`malformed: ${text.slice(0, 40)}`)
    this.name = 'Malformed'
  }
}
