import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { accessGrant } from '../../access-grant/access-grant.record.ts'
import { grantWords as words } from './words.ts'

/** Which grants break a rule, and what is done about each. */
export const AboutSeparation = ({ row }: PageProps) => (
  <Related
    record={accessGrant}
    by={{ separations: row.id }}
    title={words.broken}
    add={words.broken}
    none={words.noneBroken}
    asked={[]}
    open={false}
    more={({ conflictsWith, measure }, refs) => (
      <>
        {(conflictsWith as readonly string[]).map((id) => (
          <RefLink key={id} id={id} refs={refs} />
        ))}
        <span className="ts-quiet">{measure as string | null}</span>
      </>
    )}
  />
)
