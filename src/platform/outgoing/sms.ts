import { post, refusal, textOf } from './http.ts'
import { type Sender, Undelivered } from './sender.ts'
import { gist, smsText } from './text.ts'

/**
 * Hands a text to an SMS gateway by HTTP, in whatever fields it wants. A gateway that says 200 to everything is judged by the words
 * of a good answer; what it refuses so is tried again, for it does not say whether that helps.
 */
export const sms: Sender<'sms'> = {
  reaches: 'phone',
  perMinute: null,
  async send({ settings, secret }, letter, timeout) {
    const places = { phone: letter.to, text: smsText(letter), secret: secret ?? '' }
    const headers = new Map<string, string>([['content-type', types[settings.type]]])
    for (const [name, value] of Object.entries(settings.headers)) headers.set(name.toLowerCase(), filled(value, places))
    const fields = Object.fromEntries(
      Object.entries(settings.body).map(([name, value]) => [name, filled(value, places)]),
    )
    const body = settings.type === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString()

    const answer = await post(settings.url, Object.fromEntries(headers), body, timeout)
    // Gateways like to repeat what they were sent.
    const text = without(secret, await textOf(answer))
    if (!answer.ok) throw refusal(answer.status, text)
    if (settings.good && !text.includes(settings.good)) throw new Undelivered(gist(text) || 'An empty answer', true)
    return null
  },
}

const types = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

interface Places {
  readonly phone: string
  readonly text: string
  readonly secret: string
}

/** Fills in once and all at once: a text that holds "{secret}" says just that. */
const filled = (value: string, places: Places): string =>
  value.replace(/\{(phone|text|secret)\}/g, (_, name: keyof Places) => places[name])

const without = (secret: string | null, text: string): string => (secret ? text.replaceAll(secret, '***') : text)
