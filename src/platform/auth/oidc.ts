import * as oidc from 'openid-client'
import { asSystem } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { accountOf, linkIdentity } from './identity.ts'
import type { Visitor } from './session.ts'
import type { OidcSettings } from './settings.ts'
import { noAccountYet, signInByFirm } from './sign-in.ts'
import { keepStep, takeStep } from './step.ts'

/** Where the provider sends people back to: a page of ours, which hands what it was given to the API. */
export const backPath = '/sign-in/back'

interface Begun {
  readonly nonce: string
  readonly verifier: string
  readonly to: string
}

/** Where to send a person to sign in at the firm's provider, and the state that their browser must bring back. */
export async function beginFirmSignIn(
  engine: Engine,
  origin: string,
  to: string,
): Promise<{ address: string; state: string }> {
  const settings = settingsOf(engine)
  const config = await configurationOf(settings)
  const begun: Begun = { nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), to }
  const state = await keepStep(engine, 'firm-account', { content: begun })
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: origin + backPath,
    scope: 'openid profile email',
    code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    state,
    nonce: begun.nonce,
  })
  return { address: address.href, state }
}

/**
 * Ends the visit: exchanges the code, checks the ID token, finds the account by issuer and subject, and opens a session.
 * `state` is what this browser keeps since it left. Refuses `wrong-credentials`, and `not-allowed` where nobody is linked.
 */
export async function endFirmSignIn(
  engine: Engine,
  { origin, query, state }: { origin: string; query: string; state: string | undefined },
  visitor: Visitor,
): Promise<{ token: string; to: string }> {
  const settings = settingsOf(engine)
  const config = await configurationOf(settings)
  const given = new URLSearchParams(query).get('state')
  const step = given && given === state ? await takeStep<Begun>(engine, 'firm-account', given) : null
  if (!step || !given) throw notAccepted()
  const { nonce, verifier, to } = step.content
  const answer = await oidc
    .authorizationCodeGrant(config, new URL(`${origin}${backPath}?${query}`), {
      expectedState: given,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    .catch((error: Error) => {
      engine.log.info({ reason: error.message, code: (error as { code?: string }).code }, 'a firm sign-in was refused')
      throw notAccepted()
    })
  const claims = answer.claims()
  if (!claims) throw notAccepted()
  const identity = { provider: settings.issuer, subject: claims.sub }
  const account =
    (await accountOf(engine, identity)) ?? (await link(engine, settings, config, answer.access_token, claims))
  const token = account && (await signInByFirm(engine, account, visitor))
  if (!token) throw notAccepted()
  return { token, to }
}

/** Where the provider ends its own session too; null where it offers no such place. */
export async function firmSignOut(engine: Engine, origin: string): Promise<string | null> {
  const settings = engine.signIn.oidc
  if (!settings) return null
  const config = await configurationOf(settings)
  if (!config.serverMetadata().end_session_endpoint) return null
  return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${origin}/sign-in` }).href
}

/** A first visit: by the explicit rule of the settings and nothing else, on a claim that the provider answers for. */
async function link(
  engine: Engine,
  settings: OidcSettings,
  config: oidc.Configuration,
  access: string,
  inToken: oidc.IDToken,
): Promise<string> {
  const subject = inToken.sub
  if (settings.match === 'none') throw noAccountYet(subject)
  const claims = { ...(await oidc.fetchUserInfo(config, access, subject)), ...inToken }
  const known = knownAs(settings, claims)
  const person = known && (await engine.directory.personBy(engine.db, known.field, known.value))
  if (!person) throw noAccountYet(subject)
  const login = typeof claims['preferred_username'] === 'string' ? claims['preferred_username'] : null
  const { account } = await engine.inTx(asSystem('firm-sign-in'), (tx) =>
    linkIdentity(tx, person, { provider: settings.issuer, subject }, login),
  )
  return account
}

function knownAs(
  { match, employeeClaim }: OidcSettings,
  claims: Readonly<Record<string, unknown>>,
): { field: 'employeeNo' | 'email'; value: string } | null {
  const value = match === 'mail' ? claims['email_verified'] === true && claims['email'] : claims[employeeClaim]
  if (typeof value !== 'string' || value.trim() === '') return null
  return { field: match === 'mail' ? 'email' : 'employeeNo', value: value.trim() }
}

const notAccepted = (): Refusal =>
  new Refusal('wrong-credentials', ['单位账号登录未成功,请重试。', 'The firm sign-in did not succeed; try again.'])

function settingsOf(engine: Engine): OidcSettings {
  const settings = engine.signIn.oidc
  if (!settings) throw new Refusal('not-found', ['未启用单位账号登录。', 'There is no firm sign-in here.'])
  return settings
}

const discovered = new WeakMap<OidcSettings, Promise<oidc.Configuration>>()

/** What the provider says of itself: asked once, and again where the asking failed. Refuses `unavailable`. */
async function configurationOf(settings: OidcSettings): Promise<oidc.Configuration> {
  const known = discovered.get(settings) ?? discover(settings)
  discovered.set(settings, known)
  return known.catch((error: Error) => {
    discovered.delete(settings)
    const refusal = new Refusal('unavailable', ['单位登录服务暂不可用。', 'The firm sign-in cannot be reached now.'])
    refusal.cause = error
    throw refusal
  })
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer)
  // The settings let plain HTTP through to this machine only.
  const execute = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 })
}
