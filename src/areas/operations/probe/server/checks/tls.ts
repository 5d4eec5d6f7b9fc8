import { isIP } from 'node:net'
import { checkServerIdentity, connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import type { TlsSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, slow, timedOut, up } from './check.ts'

const day = 86_400_000

/** What a server shows of itself: its chain, leaf first, and what Node's own verification makes of it. */
export interface Shown {
  readonly chain: readonly DetailedPeerCertificate[]
  /** Why the chain is not trusted, by OpenSSL's code; null where it is. */
  readonly distrust: string | null
}

/**
 * Shakes hands and judges the certificate: how long it holds, whether its chain is trusted, whether it is for this name.
 * The value is the days until the first certificate of the chain ends.
 */
export function tlsCheck(settings: TlsSettings, { signal, now }: CheckContext): Promise<Finding> {
  const { host, port, authority } = settings
  const name = nameOf(settings)
  return new Promise((resolve) => {
    let finding = timedOut
    const socket = connect({
      host,
      port,
      ...(isIP(name) === 0 && { servername: name }),
      ...(authority && { ca: authority }),
      // Judged below, so that all is told of a certificate that is bad.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    })
    signal.addEventListener('abort', () => socket.destroy(), { once: true })
    socket.once('secureConnect', () => {
      finding = tlsFinding(settings, shownBy(socket), now)
      socket.destroy()
    })
    socket.on('error', (error) => {
      finding = down(noteOf(error))
    })
    socket.once('close', () => resolve(finding))
  })
}

const nameOf = ({ serverName, host }: TlsSettings): string => serverName ?? host

function shownBy(socket: TLSSocket): Shown {
  const chain: DetailedPeerCertificate[] = []
  for (
    let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
    next?.raw && !chain.includes(next);
    next = next.issuerCertificate
  )
    chain.push(next)
  return { chain, distrust: socket.authorized ? null : String(socket.authorizationError) }
}

/** Judges what was shown at `now`, milliseconds since 1970. */
export function tlsFinding(settings: TlsSettings, { chain, distrust }: Shown, now: number): Finding {
  const [leaf] = chain
  if (!leaf) return down('no certificate')
  const ends = Math.min(
    ...chain.filter((one, at) => at === 0 || !isRoot(one)).map(({ valid_to }) => Date.parse(valid_to)),
  )
  const days = Math.floor((10 * (ends - now)) / day) / 10
  const left = `${days} days left`
  if (ends <= now) return down('expired', days)
  if (settings.verifyTrust && distrust !== null) return down(distrust, days)
  if (settings.verifyName && checkServerIdentity(nameOf(settings), leaf)) return down('name mismatch', days)
  if (days < settings.downDays) return down(left, days)
  return days < settings.warnDays ? slow(left, days) : up(left, days)
}

/** A root of the trust store is told by whoever keeps that store. */
const isRoot = (certificate: DetailedPeerCertificate): boolean => certificate.issuerCertificate === certificate
