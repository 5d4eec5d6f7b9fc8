import type { AddressInfo } from 'node:net'
// @ts-expect-error: it comes without types.
import Provider from 'oidc-provider'

/** What the test tells the provider: who somebody is from now on, and how long its ID tokens live. */
export interface Told {
  readonly sub: string
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * A certified OpenID provider as a process of its own, for `startOidc`. It takes any login, which becomes the subject; what it
 * says of somebody is told to it by message. Its first message is its issuer.
 */
const people = new Map<string, Told['claims']>()

const [clientId, clientSecret, redirectUri, signedOutUri] = process.argv.slice(2)
// The issuer names its port, so the port is drawn first, by a server that the provider then takes over.
const { createServer } = await import('node:http')
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [signedOutUri],
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'employee_number'],
      email: ['email', 'email_verified'],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
  })
  server.on('request', provider.callback())
  process.send?.({ issuer })
})
process.on('message', ({ sub, claims }: Told) => {
  people.set(sub, claims)
  process.send?.({ heard: sub })
})
process.once('disconnect', () => process.exit(0))
