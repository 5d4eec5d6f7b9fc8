import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { notFound, Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import type { Tx } from '../tx.ts'
import type { SignedIn } from './session.ts'
import { keepStep, takeStep } from './step.ts'

/** Where the browser is: a passkey belongs to a host and answers only there. */
export interface Place {
  readonly host: string
  readonly origin: string
}

/** What somebody signed with a passkey: enough for anybody to check it again. */
export interface Evidence {
  readonly credential: string
  readonly publicKey: string
  readonly clientData: string
  readonly authenticatorData: string
  readonly signature: string
}

const refused = (): Refusal =>
  new Refusal('wrong-signature', ['通行密钥未通过验证,请重试。', 'The passkey was not accepted; try again.'])

/** What a browser needs to make a passkey for this account. */
export async function optionsToAdd(
  engine: Engine,
  me: SignedIn,
  place: Place,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = await engine.db
    .selectFrom('passkey')
    .select(['credential', 'transports'])
    .where('account', '=', me.account)
    .execute()
  const options = await generateRegistrationOptions({
    rpName: 'Touchstone',
    rpID: place.host,
    userName: me.login,
    userDisplayName: me.person.name,
    userID: new Uint8Array(Buffer.from(me.account.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: own.map(({ credential, transports }) => ({ id: credential, transports })),
    // Found without a login being typed, and it asks for a finger, a face or a PIN: two factors in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepStep(engine, 'passkey-add', { account: me.account }, options.challenge)
  return options
}

/** Keeps a passkey that a browser just made, journalled on the person; refuses `wrong-signature`. */
export async function addPasskey(
  engine: Engine,
  me: SignedIn,
  place: Place,
  given: { name: string; answer: RegistrationResponseJSON },
): Promise<string> {
  const { verified, registrationInfo } = await holding(engine, () =>
    verifyRegistrationResponse({
      response: given.answer,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      expectedChallenge: async (challenge) =>
        (await takeStep(engine, 'passkey-add', challenge))?.account === me.account,
    }),
  )
  if (!verified || !registrationInfo) throw refused()
  const { id: credential, publicKey, counter, transports = [] } = registrationInfo.credential
  return engine.inTx(me.person, async (tx) => {
    const id = tx.newId()
    const row = { id, account: me.account, credential, publicKey: Buffer.from(publicKey), counter, transports }
    await tx.db
      .insertInto('passkey')
      .values({ ...row, name: given.name, createdAt: tx.now, lastUsedAt: null })
      .execute()
    await tx.notify('sign-in', {})
    await tx.journal(tx.directory, me.person.id, 'add-passkey', { passkey: [null, given.name] })
    return id
  })
}

export const listPasskeys = (engine: Engine, account: string) =>
  engine.db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('account', '=', account)
    .orderBy('createdAt')
    .execute()

/** Removes one of a person's own passkeys; refuses `not-found`. */
export async function removePasskey(tx: Tx, me: SignedIn, id: string): Promise<void> {
  const gone = await tx.db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('account', '=', me.account)
    .returning('name')
    .executeTakeFirst()
  if (!gone) throw notFound()
  await tx.notify('sign-in', {})
  await tx.journal(tx.directory, me.person.id, 'remove-passkey', { passkey: [gone.name, null] })
}

/** What a browser needs to answer a challenge: with one of this account's passkeys, or with any that it finds. */
export async function optionsToAnswer(
  engine: Engine,
  place: Place,
  account: string | null,
  challenge?: Buffer,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const own = account
    ? await engine.db
        .selectFrom('passkey')
        .select(['credential', 'transports'])
        .where('account', '=', account)
        .execute()
    : []
  return generateAuthenticationOptions({
    rpID: place.host,
    userVerification: 'required',
    allowCredentials: own.map(({ credential, transports }) => ({ id: credential, transports })),
    ...(challenge && { challenge: new Uint8Array(challenge) }),
  })
}

/**
 * Checks an answer and the challenge it answers (`isOurs` uses it up); tells whose passkey it was, or null. A passkey whose
 * counter went back was copied, and is refused.
 */
export async function answeredBy(
  engine: Engine,
  place: Place,
  answer: AuthenticationResponseJSON,
  isOurs: (challenge: string, account: string) => Promise<boolean>,
): Promise<{ account: string; evidence: Evidence } | null> {
  const passkey = await engine.db
    .selectFrom('passkey')
    .selectAll()
    .where('credential', '=', answer.id)
    .executeTakeFirst()
  if (!passkey) return null
  const { account, credential, publicKey, counter, transports } = passkey
  try {
    const { verified, authenticationInfo } = await holding(engine, () =>
      verifyAuthenticationResponse({
        response: answer,
        expectedOrigin: place.origin,
        expectedRPID: place.host,
        requireUserVerification: true,
        credential: { id: credential, publicKey: new Uint8Array(publicKey), counter: Number(counter), transports },
        expectedChallenge: (challenge) => isOurs(challenge, account),
      }),
    )
    if (!verified) return null
    await engine.db
      .updateTable('passkey')
      .set({ counter: authenticationInfo.newCounter, lastUsedAt: engine.clock.now() })
      .where('id', '=', passkey.id)
      .execute()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
  const { clientDataJSON, authenticatorData, signature } = answer.response
  const evidence = { credential, publicKey: publicKey.toString('base64url'), clientData: clientDataJSON }
  return { account, evidence: { ...evidence, authenticatorData, signature } }
}

/** The library says by a plain error why an answer does not hold: expected of what comes from outside, kept for the log. */
async function holding<T>(engine: Engine, verify: () => Promise<T>): Promise<T> {
  try {
    return await verify()
  } catch (error) {
    engine.log.info({ reason: (error as Error).message }, 'a passkey was refused')
    throw refused()
  }
}
