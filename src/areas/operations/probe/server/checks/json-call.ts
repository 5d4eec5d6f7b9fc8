import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { BODY_LIMIT, readBody } from './http.ts'

export interface Called {
  readonly status: number
  /** Undefined where the answer is no JSON. */
  readonly body: unknown
}

interface Call {
  readonly url: string
  readonly verifyTls: boolean
  readonly token: string | null
  readonly signal: AbortSignal
}

/** Posts JSON (or asks, without a body) on a fresh connection and reads a JSON answer. */
export async function call({ url, verifyTls, token, signal }: Call, body?: object): Promise<Called> {
  const request = url.startsWith('https:') ? tlsRequest : plainRequest
  const text = body === undefined ? undefined : JSON.stringify(body)
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request(url, {
      method: text === undefined ? 'GET' : 'POST',
      agent: false, // a kept connection would hide a server that accepts no new ones
      signal,
      rejectUnauthorized: verifyTls,
      headers: {
        'user-agent': 'touchstone-probe',
        accept: 'application/json',
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
    })
      .on('response', resolve)
      .on('error', reject)
      .end(text)
  })
  try {
    const { text: said, cut } = await readBody(response, BODY_LIMIT)
    return { status: response.statusCode ?? 0, body: cut ? undefined : parsed(said) }
  } finally {
    response.destroy()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A short word for an answer that was not the one hoped for. */
export function refusal({ status, body }: Called): string {
  const code = (Object(body) as { code?: unknown }).code
  return typeof code === 'string' ? `HTTP ${status} ${code.slice(0, 40)}` : `HTTP ${status}`
}

/** Where something stands below a base address. */
export const below = (url: string, path: string): string => `${url.replace(/\/+$/, '')}${path}`
