import { Alert, Button, Card } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Body } from '../../../../web/record/Body.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { article } from '../../article/article.record.ts'
import { articleWords } from '../../article/article.words.ts'
import { Markdown } from './Markdown.tsx'
import { Revise } from './Revise.tsx'
import { Said } from './Said.tsx'
import { usePictures } from './said.ts'
import { articleScreenWords as words } from './words.ts'
import './article.css'

/** An article as its readers have it, with what is proposed beside it, and then its other fields. */
export function ArticleBody({ entry, row, refs }: PageProps) {
  const say = useSay()
  const one = row as unknown as RowOf<typeof article>
  const pictures = usePictures(row.id)
  const [revising, setRevising] = useState(false)
  const isOut = row.state === 'published' || row.state === 'due-for-review'
  const mayRevise = isOut && row.can?.['update'] === true
  const rest = { ...row, body: null, revision: null, returnReason: null }
  return (
    <>
      {one.returnReason && (
        <Alert type="warning" showIcon className="ts-gap" title={say(words.returned)} description={one.returnReason} />
      )}
      <Card
        size="small"
        extra={
          mayRevise && (
            <Button size="small" onClick={() => setRevising(true)}>
              {say(words.revise)}
            </Button>
          )
        }
        title={say(one.revision ? words.now : articleWords.fields.body)}
      >
        <div className={one.revision ? 'svc-revision' : ''}>
          <Markdown text={one.body} pictures={pictures} />
          {one.revision && (
            <section aria-label={say(words.revision)}>
              <Alert type="info" showIcon className="ts-gap" title={say(words.revision)} />
              <Markdown text={one.revision} pictures={pictures} />
            </section>
          )}
        </div>
        {isOut && <Said id={row.id} />}
      </Card>
      <Body entry={entry} row={rest} refs={refs} />
      {revising && <Revise row={one} pictures={pictures} onClose={() => setRevising(false)} />}
    </>
  )
}
