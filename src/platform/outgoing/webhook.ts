import { createHmac } from 'node:crypto'
import { post, refusal, textOf } from './http.ts'
import type { Letter, Sender } from './sender.ts'

/**
 * Tells a machine by POST, as Standard Webhooks 1.0.0 has it (https://www.standardwebhooks.com): `webhook-id` is the same when it is
 * tried again, `webhook-timestamp` is when it was sent (seconds since 1970), and where there is a key `webhook-signature` is
 * `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64. Any 2xx is a delivery; what the answer says is not read.
 */
export const webhook: Sender<'webhook'> = {
  reaches: null,
  perMinute: null,
  async send({ settings, secret }, letter, timeout) {
    const body = JSON.stringify(payloadOf(letter))
    // The world's time, not the house's: a receiver compares it with its own.
    const timestamp = String(Math.floor(Date.now() / 1000))
    const headers = {
      'content-type': 'application/json',
      'webhook-id': letter.id,
      'webhook-timestamp': timestamp,
      ...(secret && { 'webhook-signature': signatureOf(secret, letter.id, timestamp, body) }),
    }
    const answer = await post(settings.url, headers, body, timeout)
    if (!answer.ok) throw refusal(answer.status, await textOf(answer))
    await answer.body?.cancel()
    return null
  },
}

/** What happened stands apart from what is said of it: a record's fields never meet ours. */
const payloadOf = ({ id, lang, subject, text, link, event }: Letter) => ({ id, event, lang, subject, text, link })

function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

const prefix = 'whsec_'

/** A key written as the specification writes it is base64 behind a prefix; any other is taken as it stands. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : Buffer.from(secret)
