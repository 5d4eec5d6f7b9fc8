import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { action } from '../../action/action.record.ts'
import { majorScreenWords as words } from './words.ts'

/** What a review decided to be done, by whom and until when. */
export const ReviewActions = ({ row }: PageProps) => (
  <Related
    record={action}
    by={{ review: row.id }}
    sort="due"
    title={words.actions}
    add={words.addAction}
    none={words.noActions}
    asked={['title', 'owner', 'due', 'detail']}
    more={({ owner, due }, refs) => (
      <>
        <RefLink id={owner as string} refs={refs} />
        <time className="ts-figures ts-quiet" dateTime={due as string}>
          {due as string}
        </time>
      </>
    )}
  />
)
