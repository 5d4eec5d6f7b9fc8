import { Alert, Button, Card, Input } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { eventSource } from '../../event-source/event-source.record.ts'
import { sourceScreenWords as words } from './words.ts'

interface Previewed {
  readonly key: string
  readonly over: boolean
  readonly severity: 'critical' | 'warning' | null
  readonly title: readonly [string, string]
  readonly note: string | null
  readonly componentName: string | null
}

/** What a content would become, by the source as it is kept. */
export function SourcePreview({ id, last }: { id: string; last: string | undefined }) {
  const say = useSay()
  const text = useProblemText()
  const [content, setContent] = useState('')
  const preview = useWriteOf<{ events: readonly Previewed[] }>(eventSource, id)
  return (
    <Card
      size="small"
      title={say(words.preview)}
      extra={
        last && (
          <Button size="small" onClick={() => setContent(last)}>
            {say(words.useLast)}
          </Button>
        )
      }
    >
      <p className="ts-quiet">{say(words.previewHint)}</p>
      <Input.TextArea
        aria-label={say(words.content)}
        className="ops-content ts-gap"
        autoSize={{ minRows: 3, maxRows: 14 }}
        value={content}
        onChange={({ target }) => setContent(target.value)}
      />
      <Button
        loading={preview.isPending}
        disabled={content.trim() === ''}
        onClick={() => preview.mutate({ path: 'preview', body: { content } })}
      >
        {say(words.tryIt)}
      </Button>
      {preview.error && (
        <Alert
          type="error"
          showIcon
          title={text(preview.error)}
          description={
            preview.error instanceof Problem && (
              <ul>
                {preview.error.errors.map(({ path, message }) => (
                  <li key={`${path}${message}`}>
                    <code>{path}</code> {message}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
      {preview.data && <Events all={preview.data.events} />}
    </Card>
  )
}

function Events({ all }: { all: readonly Previewed[] }) {
  const say = useSay()
  return (
    <HeadedTable box="ops-scroll" table="ops-table" heads={[words.wouldBe, words.title, words.component, words.key]}>
      <tbody>
        {all.map(({ key, over, severity, title, note, componentName }, n) => (
          <tr key={n}>
            <td>
              <StateTag
                tone={over ? 'kept' : severity === 'critical' ? 'broken' : severity === 'warning' ? 'late' : 'ended'}
                word={say(over ? words.isOver : severity === null ? words.ignored : words[severity])}
              />
            </td>
            <td>
              {say(title)}
              {note && <div className="ts-quiet">{note}</div>}
            </td>
            <td>{componentName ?? '—'}</td>
            <td>
              <code>{key}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </HeadedTable>
  )
}
