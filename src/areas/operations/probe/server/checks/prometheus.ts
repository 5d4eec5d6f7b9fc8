import type { PrometheusSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, unknown } from './check.ts'
import { compared } from './compare.ts'
import { Malformed, type Sample, samplesOf } from './exposition.ts'
import { ask, readBody } from './http.ts'

/** No more of an exposition is read than this, in bytes. */
const mostBytes = 8 * 1_048_576
/** A sample stamped longer ago says nothing about now, in milliseconds: as long as Prometheus itself looks back. */
const staleMs = 300_000

/** Scrapes a page of metrics and judges one series of it; the value is its sample. */
export async function prometheusCheck(settings: PrometheusSettings, { signal, now }: CheckContext): Promise<Finding> {
  let response: Awaited<ReturnType<typeof ask>> | undefined
  try {
    response = await ask(settings, signal, 'text/plain;version=0.0.4')
    if (response.statusCode !== 200) return down(`HTTP ${response.statusCode}`)
    const { text, cut } = await readBody(response, mostBytes)
    return cut ? unknown(`over ${mostBytes} bytes`) : seriesFinding(settings, text, now)
  } catch (error) {
    return down(noteOf(error))
  } finally {
    response?.destroy()
  }
}

/** Judges the one series that has the labels asked for, among others it may have. */
export function seriesFinding(settings: PrometheusSettings, text: string, now: number): Finding {
  const found = matching(settings, text)
  if (found instanceof Malformed) return unknown(found.message)
  const [sample, ...others] = found
  if (!sample) return unknown('series absent')
  if (others.length > 0) return unknown(`${found.length} series match`)
  if (sample.at !== null && now - sample.at > staleMs) return unknown('series stale')
  if (!Number.isFinite(sample.value)) return unknown(`value ${sample.value}`)
  return compared(settings, sample.value, 'scraped')
}

function matching({ metric, labels }: PrometheusSettings, text: string): Sample[] | Malformed {
  try {
    return samplesOf(text, metric).filter((sample) =>
      labels.every(({ name, value }) => (sample.labels[name] ?? '') === value),
    )
  } catch (error) {
    if (error instanceof Malformed) return error
    throw error
  }
}
