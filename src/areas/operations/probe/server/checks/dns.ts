import { Resolver } from 'node:dns/promises'
import { isIPv6 } from 'node:net'
import type { DnsSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, timedOut, up } from './check.ts'

/**
 * Asks one resolver one question. Where answers are expected, exactly these must come, in any order: one too many may be
 * somebody else's. Nothing is remembered between two checks.
 */
export async function dnsCheck(settings: DnsSettings, { signal, limitMs }: CheckContext): Promise<Finding> {
  const { resolver, port, name, type, expect } = settings
  // c-ares waits a second time where it may; the whole is ended by `signal`.
  const dns = new Resolver({ timeout: Math.ceil(limitMs), tries: 1 })
  signal.addEventListener('abort', () => dns.cancel(), { once: true })
  try {
    dns.setServers([isIPv6(resolver) ? `[${resolver}]:${port}` : `${resolver}:${port}`])
    const answers = (await ask(dns, name, type)).map(alike).sort()
    if (expect.length === 0) return up(brief(answers))
    const wanted = [...new Set(expect.map(alike))].sort()
    return wanted.join('\n') === answers.join('\n') ? up(brief(answers)) : down(`answers ${brief(answers)}`)
  } catch (error) {
    const note = noteOf(error)
    return signal.aborted || note === 'ECANCELLED' || note === 'ETIMEOUT' ? timedOut : down(note)
  }
}

/** Answers as text: `10 mail.example.com` of MX, `priority weight port name` of SRV. */
async function ask(dns: Resolver, name: string, type: DnsSettings['type']): Promise<string[]> {
  switch (type) {
    case 'MX':
      return (await dns.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`)
    case 'SRV':
      return (await dns.resolveSrv(name)).map(
        ({ priority, weight, port, name: to }) => `${priority} ${weight} ${port} ${to}`,
      )
    case 'TXT':
      return (await dns.resolveTxt(name)).map((parts) => parts.join(''))
    default:
      return (await dns.resolve(name, type)) as string[]
  }
}

/** Names are the same in capitals, and with the dot of the root. */
const alike = (answer: string): string => answer.trim().toLowerCase().replace(/\.$/, '')

const brief = (answers: readonly string[]): string => (answers.length === 0 ? 'none' : answers.join(', ')).slice(0, 120)
