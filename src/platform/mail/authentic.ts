import type { HeaderValues } from './automatic.ts'

/**
 * Did the firm's own mail server find that a mail is from whom it says? It wrote so as `server` into the topmost such header
 * (RFC 8601), and takes off what strangers write under its name. DMARC settles it; without it, a signature or an envelope of the
 * sender's own domain does, or a sender that signed in there. Whatever else it says, or says nothing, is a no.
 */
export function isAuthentic(headers: HeaderValues, server: string, from: string): boolean {
  const results = (headers.get('authentication-results') ?? [])
    .map(resultsOf)
    .find(({ by }) => by === server.toLowerCase())?.results
  if (!results) return false
  const domain = domainOf(from)
  const dmarc = results.find(({ method }) => method === 'dmarc')
  if (dmarc && dmarc.result !== 'none') return dmarc.result === 'pass'
  return results.some(({ method, result, of }) => {
    if (result !== 'pass') return false
    if (method === 'auth') return true
    if (method === 'dkim') return isOf(domain, of('header.d') ?? domainOf(of('header.i') ?? ''))
    return method === 'spf' && isOf(domain, domainOf(of('smtp.mailfrom') ?? ''))
  })
}

interface Result {
  readonly method: string
  readonly result: string
  of(property: string): string | undefined
}

function resultsOf(header: string): { by: string; results: Result[] } {
  const [by = '', ...parts] = header.replace(/\([^()]*\)/g, ' ').split(';')
  const results = parts.flatMap((part): Result[] => {
    const found = /^\s*([a-z0-9-]+)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(part)
    if (!found) return []
    const properties = new Map(
      [...part.matchAll(/([a-z]+\.[a-z0-9_-]+)\s*=\s*"?([^\s";]+)/gi)].map(([, name, value]) => [
        (name ?? '').toLowerCase(),
        value ?? '',
      ]),
    )
    const [, method = '', result = ''] = found
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), of: (name) => properties.get(name) }]
  })
  // A version may stand after the name.
  return { by: (by.trim().split(/\s+/)[0] ?? '').toLowerCase(), results }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** One of the two lies within the other, as relaxed alignment has it (RFC 7489). */
const isOf = (domain: string, other: string): boolean => {
  const mine = other.toLowerCase()
  return mine.includes('.') && (mine === domain || mine.endsWith(`.${domain}`) || domain.endsWith(`.${mine}`))
}
