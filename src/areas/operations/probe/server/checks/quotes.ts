import { z } from 'zod'
import type { QuotesSettings } from '../../kinds/trading.settings.ts'
import { type CheckContext, down, type Finding, noteOf, slow, unknown, up } from './check.ts'
import { type Called, call, refusal } from './json-call.ts'

const quotesSchema = z.array(z.looseObject({ contract: z.string(), seq: z.number(), at: z.iso.datetime() }))
/** The quote seen last, and since when it has been the newest. */
const carrySchema = z.object({ seq: z.number(), since: z.number() })

/**
 * How old the newest quote of a contract is, in seconds: by its own time, and by how long its number has stood still, so that a
 * feed with a wrong clock is not taken for fresh.
 */
export async function quotesCheck(settings: QuotesSettings, context: CheckContext): Promise<Finding> {
  const { url, verifyTls } = settings
  try {
    return quotesFinding(settings, await call({ url, verifyTls, token: null, signal: context.signal }), context)
  } catch (error) {
    return down(noteOf(error))
  }
}

export function quotesFinding(
  { contract, warnSeconds, downSeconds }: QuotesSettings,
  answer: Called,
  { now, carry }: Pick<CheckContext, 'now' | 'carry'>,
): Finding {
  if (answer.status !== 200) return down(refusal(answer))
  const read = quotesSchema.safeParse(answer.body)
  if (!read.success) return down('no list of quotes')
  const quote = read.data.find((one) => one.contract === contract)
  if (!quote) return unknown('contract absent')
  const before = carrySchema.safeParse(carry)
  const since = before.success && before.data.seq === quote.seq ? before.data.since : now
  const age = Math.max(0, Math.round(Math.max(now - Date.parse(quote.at), now - since)) / 1_000)
  const judge = age > downSeconds ? down : age > warnSeconds ? slow : up
  return { ...judge(`${age} s old`, age), carry: { seq: quote.seq, since } }
}
