import { useQuery } from '@tanstack/react-query'
import type { AnyRecord } from '../../record/record.ts'
import type { PasskeyOptions } from '../account/passkey.ts'
import { accountWords as words } from '../account/words.ts'
import { api } from '../client/api.ts'
import type { Row } from '../client/types.ts'
import { useSay } from '../shell/lang.tsx'

/** What the server says before a signature. */
interface Signing {
  /** Of the record as it stands, in hexadecimal: what will be kept with the signature. */
  readonly digest: string
  /** A challenge that names just this act on just this version; it serves once. */
  readonly passkey: PasskeyOptions | null
}

/** The digest of what stands before the person, and the challenge for their passkey. Each fetch makes a new challenge. */
export const useSigning = ({ name: record }: AnyRecord, { id, version }: Row, verb: string, enabled: boolean) =>
  useQuery({
    queryKey: ['signing', record, id, verb, version],
    queryFn: () => api.call<Signing>('/session/signing', { method: 'POST', body: { record, id, verb, version } }),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** The digest as people compare it: its beginning, and the whole on asking. */
export function SignedDigest({ digest }: { digest: string | undefined }) {
  const say = useSay()
  return (
    <p className="ts-quiet ts-gap">
      {say(words.signedDigest)} <code title={digest}>{digest ? `${digest.slice(0, 16)}…` : '…'}</code>
    </p>
  )
}
