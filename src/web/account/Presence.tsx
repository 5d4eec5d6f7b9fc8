import { Link } from '@tanstack/react-router'
import { Alert, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useSession } from '../client/session.ts'
import type { Proof } from '../client/types.ts'
import { useSay } from '../shell/lang.tsx'
import { answerPasskey, type PasskeyOptions, passkeysWork } from './passkey.ts'
import { proofWords, accountWords as words } from './words.ts'

/** What stands in a form until it is submitted. */
export interface Presence {
  readonly way: Proof
  readonly text?: string | undefined
}

const stored = 'touchstone.presence'

/** By what this person can prove presence in this browser. */
export function useProofs(): readonly Proof[] {
  const { proofs } = useSession()
  return proofs.filter((one) => one !== 'passkey' || passkeysWork())
}

/**
 * Asks for whichever proof the person has, the one they used last first. Value of the form's field `signature`. Where one has
 * none, and it is `needed`, it says how to come by one.
 */
export function PresenceField({ hint, needed = false }: { hint?: string; needed?: boolean }) {
  const say = useSay()
  const proofs = useProofs()
  const form = Form.useFormInstance()
  const [way, setWay] = useState<Proof>(() => {
    const last = localStorage.getItem(stored)
    return proofs.find((one) => one === last) ?? proofs[0] ?? 'password'
  })
  const choose = (chosen: Proof) => {
    localStorage.setItem(stored, chosen)
    setWay(chosen)
    form.setFieldValue('signature', undefined)
  }
  if (proofs.length === 0) return needed ? <NoProof /> : null
  return (
    <>
      {proofs.length > 1 && (
        <Form.Item label={say(words.proof)}>
          <Segmented<Proof>
            aria-label={say(words.proof)}
            value={way}
            onChange={choose}
            options={proofs.map((one) => ({ value: one, label: say(proofWords[one]) }))}
          />
        </Form.Item>
      )}
      {way === 'passkey' ? (
        <p className="ts-quiet">
          {proofs.length === 1 && `${say(proofWords.passkey)}: `}
          {hint} {say(words.passkeyHint)}
        </p>
      ) : (
        <Form.Item
          name="signature"
          label={say(proofWords[way])}
          required
          extra={hint}
          getValueProps={(value?: Presence) => ({ value: value?.text })}
          getValueFromEvent={(event: { target: { value: string } }): Presence => ({ way, text: event.target.value })}
        >
          <ProofInput way={way} onEnter={() => form.submit()} />
        </Form.Item>
      )}
    </>
  )
}

/** Whoever signs must have something to sign with: elsewhere a passkey may be there that this address cannot use. */
function NoProof() {
  const say = useSay()
  return (
    <Alert
      type="warning"
      showIcon
      title={say(words.noProof)}
      action={<Link to="/account">{say(words.account)}</Link>}
    />
  )
}

interface ProofInputProps {
  readonly way: Proof
  readonly onEnter: () => void
  readonly id?: string
  readonly value?: string
  readonly onChange?: (event: { target: { value: string } }) => void
}

function ProofInput({ way, onEnter, ...field }: ProofInputProps) {
  if (way === 'password') return <Input.Password {...field} autoComplete="current-password" onPressEnter={onEnter} />
  return <CodeInput {...field} onPressEnter={onEnter} />
}

/** Six digits, offered by the keyboard of a phone. */
export const CodeInput = (props: Omit<Parameters<typeof Input>[0], 'ref'>) => (
  <Input {...props} autoComplete="one-time-code" inputMode="numeric" maxLength={6} className="ts-code" />
)

/** The proof as the server takes it; asks the device where it is a passkey. Undefined for whoever has no proof of their own. */
export async function signatureOf(
  presence: Presence | undefined,
  proofs: readonly Proof[],
  options: () => Promise<PasskeyOptions | null>,
): Promise<object | undefined> {
  const way = presence?.way ?? waiting(proofs)
  if (way === 'passkey') {
    const asked = await options()
    return asked ? { passkey: await answerPasskey(asked) } : undefined
  }
  if (way === 'totp') return { code: (presence?.text ?? '').replace(/\s/g, '') }
  return proofs.length === 0 ? undefined : { password: presence?.text ?? '' }
}

/** A passkey has nothing to fill in, so the form holds nothing of it: it is what was chosen last, or all there is. */
const waiting = (proofs: readonly Proof[]): Proof | undefined =>
  proofs.find((one) => one === localStorage.getItem(stored)) ?? proofs[0]
