import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { langOf, say } from '../../record/words.ts'
import { Problem } from '../client/problem.ts'
import { accountWords as words } from './words.ts'

/** What the server asks of an authenticator; the browser's own business. */
export type PasskeyOptions = Readonly<Record<string, unknown>>

/** Passkeys belong to a host name: where the address is a number, or the way is not secure, browsers have none. */
export const passkeysWork = (): boolean =>
  browserSupportsWebAuthn() && isSecureContext && !/^[\d.]+$|:/.test(location.hostname)

/** The authenticator's answer to a challenge; refuses with a `Problem` when the person or the device says no. */
export const answerPasskey = (options: PasskeyOptions): Promise<object> =>
  asked(() => startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }))

/** A new passkey, made by the device the person chooses; refuses with a `Problem`. */
export const makePasskey = (options: PasskeyOptions): Promise<object> =>
  asked(() => startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }))

async function asked(ask: () => Promise<object>): Promise<object> {
  try {
    return await ask()
  } catch (error) {
    // A browser says little on purpose: what went wrong is between the person and their device.
    if (!(error instanceof Error)) throw error
    throw new Problem({ code: 'passkey', detail: say(words.passkeyFailed, langOf(document.documentElement.lang)) })
  }
}
