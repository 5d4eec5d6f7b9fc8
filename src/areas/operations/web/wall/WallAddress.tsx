import type { PageProps } from '../../../../web/plugin.ts'
import { wallScreen } from '../../wall-screen/wall-screen.record.ts'
import { SecretAddress } from '../shift/SecretAddress.tsx'
import { wallWords as words } from './words.ts'

/** Beside a wall screen: its secret address, shown once, and how it is put on the wall. */
export const WallAddress = ({ row }: PageProps) => (
  <SecretAddress
    record={wallScreen}
    row={row}
    words={{ title: words.address, once: words.addressOnce, renewHint: words.renewHint, howTo: words.howTo }}
  />
)
