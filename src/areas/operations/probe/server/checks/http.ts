import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { HttpSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, up } from './check.ts'
import { atPath } from './json-path.ts'

/** No more of an answer is read than this, in bytes. */
export const BODY_LIMIT = 65_536

/** Asks by GET on a fresh connection; follows no redirect; judges status, then text, then JSON. */
export async function httpCheck(settings: HttpSettings, { signal }: CheckContext): Promise<Finding> {
  let response: IncomingMessage | undefined
  try {
    response = await ask(settings, signal, '*/*')
    const status = response.statusCode ?? 0
    if (status < settings.status.from || status > settings.status.to) return down(`HTTP ${status}`)
    return judgeBody(settings, status, await readBody(response, BODY_LIMIT))
  } catch (error) {
    return down(noteOf(error))
  } finally {
    response?.destroy()
  }
}

/** The head of the answer to a GET on a fresh connection. */
export function ask(
  settings: Pick<HttpSettings, 'url' | 'verifyTls'>,
  signal: AbortSignal,
  accept: string,
): Promise<IncomingMessage> {
  const request = settings.url.startsWith('https:') ? tlsRequest : plainRequest
  return new Promise((resolve, reject) => {
    request(settings.url, {
      agent: false, // a kept connection would hide a server that accepts no new ones
      signal,
      rejectUnauthorized: settings.verifyTls,
      headers: { 'user-agent': 'touchstone-probe', accept, 'accept-encoding': 'identity' },
    })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

interface Body {
  text: string
  /** Not all of it was read. */
  cut: boolean
}

/** The body, of which no more than `most` bytes are read. */
export async function readBody(response: IncomingMessage, most: number): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > most) break
  }
  const bytes = Buffer.concat(chunks).subarray(0, most)
  return { text: decoder(response.headers['content-type']).decode(bytes), cut: size > most }
}

function judgeBody(settings: HttpSettings, status: number, body: Body): Finding {
  if (settings.contains !== undefined && !body.text.includes(settings.contains)) return down('text missing')
  if (settings.json === undefined) return up(`HTTP ${status}`)
  if (body.cut) return down(`JSON over ${BODY_LIMIT} bytes`)
  const parsed = parse(body.text)
  if (parsed === undefined) return down('not JSON')
  const found = atPath(parsed, settings.json.path)
  const value = typeof found === 'number' ? found : null
  return found === settings.json.equals
    ? up(`HTTP ${status}`, value)
    : down(`${settings.json.path}: ${brief(found)}`, value)
}

/** JSON has no `undefined`: it stands for "cannot be read". */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function brief(found: unknown): string {
  return found === undefined ? 'missing' : JSON.stringify(found).slice(0, 60)
}

/** Older Chinese systems answer in GBK; a charset nobody knows is read as UTF-8. */
function decoder(contentType: string | undefined): TextDecoder {
  const charset = contentType?.match(/charset="?([\w-]+)/i)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder()
    throw error
  }
}
