import { Alert, Card, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useCall } from '../../../web/client/hooks.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { placeholders } from '../template/template.rules.ts'
import { noticeWords as words } from './words.ts'
import './notices.css'

interface Preview {
  readonly of: string
  readonly zh: { readonly subject: string; readonly text: string }
  readonly en: { readonly subject: string; readonly text: string }
}

/** How messages by this template read, in both languages, with a record of one's choice. */
export function TemplatePreview({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const [number, setNumber] = useState('')
  const { data, error } = useCall<Preview>(`/templates/${row.id}/preview`, number ? { number } : {}, ['template'])
  return (
    <Card
      size="small"
      title={say(words.preview)}
      extra={
        <Input.Search
          size="small"
          allowClear
          aria-label={say(words.previewNumber)}
          placeholder={data ? `${say(words.previewOf)} ${data.of}` : say(words.previewNumber)}
          onSearch={(value) => setNumber(value.trim())}
        />
      }
    >
      {error && <Alert type="warning" showIcon title={text(error)} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <div className="msg-letters">
          {(['zh', 'en'] as const).map((lang) => (
            <section key={lang} className="msg-letter" aria-label={say(words[lang])} lang={lang}>
              <b>{data[lang].subject}</b>
              <pre>{data[lang].text}</pre>
            </section>
          ))}
        </div>
      )}
      <p className="ts-quiet msg-places">
        <b>{say(words.places)}</b>
        {Object.entries(placeholders).map(([name, meaning]) => (
          <span key={name}>
            <code>{`{{${name}}}`}</code> {say(meaning)}
          </span>
        ))}
        <span>
          <code>{'{{field.…}}'}</code> {say(words.fieldPlace)}
        </span>
      </p>
    </Card>
  )
}
