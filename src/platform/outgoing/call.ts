import type { z } from 'zod'

/** Longest that the server may take, milliseconds. */
const limitMs = 30_000

/** The server has answered, and refuses. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'Refused'
  }
}

/** One call of the server with a bearer token. Throws {@link Refused} for what it says no to, and otherwise where it does not answer. */
export async function call<S extends z.ZodType>(
  server: string,
  path: `/api/${string}`,
  token: string,
  body: object,
  answer: S,
  signal?: AbortSignal,
): Promise<z.output<S>> {
  const limit = AbortSignal.timeout(limitMs)
  const response = await fetch(server + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: signal ? AbortSignal.any([limit, signal]) : limit,
  })
  const said = await response.text()
  if (response.ok) return answer.parse(JSON.parse(said))
  const { code = '', detail } = problemOf(said)
  throw new Refused(response.status, code, detail ?? `HTTP ${response.status}`)
}

function problemOf(text: string): { code?: string; detail?: string } {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}
