import { Card } from 'antd'
import type { z } from 'zod'
import { useEntry } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { custody } from '../../custody/custody.record.ts'
import type { sealedFileSchema } from '../../evidence/evidence.record.ts'
import { protectionScreenWords as words } from './words.ts'
import './protection.css'

/** What matters of evidence: what was sealed, and through whose hands it went. */
export function AboutEvidence({ row }: PageProps) {
  const say = useSay()
  const entry = useEntry(custody.name)
  const files = row['files'] as z.output<typeof sealedFileSchema>[]
  return (
    <>
      {files.length > 0 && (
        <Card size="small" title={say(words.sealed)}>
          <table className="sec-files">
            <tbody>
              {files.map(({ name, size, digest }) => (
                <tr key={`${name} ${digest}`}>
                  <td>{name}</td>
                  <td className="ts-figures">{size}</td>
                  <td className="ts-figures ts-quiet">{digest}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {row.state !== 'open' && (
        <Related
          record={custody}
          by={{ evidence: row.id }}
          title={words.chain}
          add={words.handOver}
          none={words.noChain}
          asked={['taker', 'purpose', 'place']}
          open={row.state === 'sealed'}
          more={(one, refs) => (
            <>
              <span>
                {typeof one['giver'] === 'string' && <RefLink id={one['giver']} refs={refs} />} →{' '}
                <RefLink id={one['taker'] as string} refs={refs} />
              </span>
              <VerbButtons entry={entry} row={one} refs={refs} />
            </>
          )}
        />
      )}
    </>
  )
}
