import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { Undelivered } from './sender.ts'
import { gist, wordsOf } from './text.ts'

/** Where clouds hand a machine's own keys to whoever asks from it, and where nothing else of use can be. */
const keysOfClouds = new BlockList()
keysOfClouds.addSubnet('169.254.0.0', 16, 'ipv4')
keysOfClouds.addSubnet('fe80::', 10, 'ipv6')
// The same service, outside of the link's own addresses: Alibaba Cloud, Oracle Cloud, AWS by IPv6.
keysOfClouds.addAddress('100.100.100.200', 'ipv4')
keysOfClouds.addAddress('192.0.0.192', 'ipv4')
keysOfClouds.addAddress('fd00:ec2::254', 'ipv6')

/**
 * POSTs a body and answers what came back, whatever its status. Redirects are not followed: a message goes where the settings say.
 *
 * Loopback and private addresses are allowed, for the usual receivers are a firm's own machines (a gateway of its own, a bridge on
 * this very host), and only an administrator sets where a channel leads. Link-local and metadata addresses are refused. The name is
 * looked up for that check and once more to connect: the check guards against a wrong setting, not against a hostile name server.
 *
 * Refuses with `Undelivered`: again, where nobody answers within `timeout` milliseconds (which bound reading the answer, too); for
 * good, where the address or a header is not one that can be used.
 */
export const post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeout: number,
): Promise<Response> => ask('POST', url, headers, body, timeout)

/** GETs what is there, on the same terms; refuses with `Undelivered` as `post` does. */
export const get = (url: string, headers: Readonly<Record<string, string>>, timeout: number): Promise<Response> =>
  ask('GET', url, headers, undefined, timeout)

async function ask(
  method: 'GET' | 'POST',
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  timeout: number,
): Promise<Response> {
  const { hostname, username, password } = new URL(url)
  if (username || password) throw new Undelivered('An address with a user or password in it is not used', false)
  const signal = AbortSignal.timeout(timeout)
  try {
    await Promise.race([mayReach(hostname), expiryOf(signal)])
    return await fetch(url, {
      method,
      headers: headersOf(headers),
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal,
    })
  } catch (error) {
    throw undelivered(error)
  }
}

const mostRead = 64 * 1024

/** The beginning of an answer, 64 KB at most unless it says; less where it breaks off or its time is up. Whoever reads judges what is there. */
export async function textOf(answer: Response, most = mostRead): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    // Leaving the loop hangs up.
    for await (const piece of answer.body ?? []) {
      text += decoder.decode(piece, { stream: true })
      if (text.length >= most) return text.slice(0, most)
    }
  } catch (error) {
    // Broken off or out of time; a bug of ours is thrown by this.
    undelivered(error)
  }
  return text
}

/** Why an answer by HTTP delivers nothing, by its status (RFC 9110; 425 RFC 8470, 429 RFC 6585). */
export const refusal = (status: number, text: string): Undelivered =>
  new Undelivered(gist(`HTTP ${status} ${text}`), status >= 500 || [408, 425, 429].includes(status))

async function mayReach(hostname: string): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '')
  for (const { address } of await lookup(host, { all: true }))
    if (keysOfClouds.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
      throw new Undelivered(`${address} is a link-local or metadata address: nothing is sent there`, false)
}

const expiryOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

function headersOf(headers: Readonly<Record<string, string>>): Headers {
  try {
    return new Headers({ 'user-agent': 'Touchstone', ...headers })
  } catch (error) {
    // Its own words would show the value, which may hold a key.
    if (error instanceof TypeError) throw new Undelivered('A header holds what cannot be in a header', false)
    throw error
  }
}

/** A fault of the net as an `Undelivered`; throws what is none. */
function undelivered(error: unknown): Undelivered {
  if (error instanceof Undelivered) return error
  if (error instanceof DOMException && error.name === 'TimeoutError') return new Undelivered('No answer in time', true)
  const fault = error instanceof TypeError ? error.cause : error
  if (fault instanceof Error && (fault !== error || 'code' in fault)) return new Undelivered(wordsOf(fault), true)
  throw error
}
