import { Link } from '@tanstack/react-router'
import type { Refs } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import type { Similar } from '../../alarm/around.rules.ts'
import { ageWords } from '../clock/span.ts'
import { alarmScreenWords as words } from './words.ts'

/** What was like it before: how long it lasted, how it ended, by whom, and which incident it became. */
export function SimilarAlarms({ similar, refs }: { similar: readonly Similar[]; refs: Refs }) {
  const say = useSay()
  const lang = useLang()
  return (
    <section>
      <h2 className="ops-h">{say(words.similar)}</h2>
      {similar.length === 0 && <p className="ts-quiet">{say(words.noSimilar)}</p>}
      {similar.length > 0 && (
        <HeadedTable
          box="ops-scroll"
          table="ops-table"
          heads={[words.when, words.what, words.lasted, words.ended, words.incident]}
        >
          <tbody>
            {similar.map((one) => (
              <tr key={one.id}>
                <td className="ts-figures">{showInstant(one.firstAt)}</td>
                <td>
                  <Link to={`/alarms/${one.id}`} className="ts-ref">
                    {lang === 'en' ? (one.titleEn ?? one.title) : one.title}
                  </Link>
                  <div className="ts-quiet">{say(words[likes[one.like]])}</div>
                </td>
                <td className="ts-figures">{say(ageWords(Date.parse(one.resolvedAt) - Date.parse(one.firstAt)))}</td>
                <td>
                  {one.resolvedBy ? <RefLink id={one.resolvedBy} refs={refs} /> : say(words.byItself)}
                  {one.resolution && <div className="ts-quiet">{one.resolution}</div>}
                </td>
                <td className="ts-figures">
                  {one.incident && refs[one.incident] && (
                    <Link to={`/incidents/${one.incident}`} className="ts-ref" title={refs[one.incident]?.label}>
                      {refs[one.incident]?.number}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </HeadedTable>
      )}
    </section>
  )
}

const likes = { key: 'likeKey', component: 'likeComponent', upstream: 'likeUpstream' } as const
