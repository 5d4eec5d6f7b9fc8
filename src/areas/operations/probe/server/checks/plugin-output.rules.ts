/** What a Nagios plugin says: https://nagios-plugins.org/doc/guidelines.html */

export interface PluginOutput {
  /** Its first line, without performance data. */
  readonly text: string
  /** Performance data by label, in their own units. */
  readonly figures: ReadonlyMap<string, number>
}

const figure = /(?:'((?:[^']|'')+)'|([^\s='|]+))=(-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)/gi

/** Figures follow a bar on the first line, and a second bar anywhere in the lines after it. */
export function pluginOutput(output: string): PluginOutput {
  const [first = '', ...rest] = output.split('\n')
  const [text = '', ...data] = first.split('|')
  const more = rest.join('\n').split('|').slice(1)
  const found = [...data, ...more].join(' ').matchAll(figure)
  return {
    text: text.trim(),
    figures: new Map(
      [...found].map(([, quoted, plain, value]) => [
        quoted?.replaceAll("''", "'") ?? plain ?? '',
        Number(value?.replace(',', '.')),
      ]),
    ),
  }
}
