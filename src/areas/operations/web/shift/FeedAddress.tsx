import type { PageProps } from '../../../../web/plugin.ts'
import { dutyFeed } from '../../duty-feed/duty-feed.record.ts'
import { SecretAddress } from './SecretAddress.tsx'
import { shiftScreenWords as words } from './words.ts'

/** Beside a feed: its secret address, shown once, and how it is subscribed to. */
export const FeedAddress = ({ row }: PageProps) => (
  <SecretAddress
    record={dutyFeed}
    row={row}
    words={{ title: words.feed, once: words.addressOnce, renewHint: words.renewHint, howTo: words.howTo }}
  />
)
