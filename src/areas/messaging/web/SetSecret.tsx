import { Alert, App, Button, Card, Input } from 'antd'
import { useState } from 'react'
import type { AnyRecord } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { useWriteOf } from '../../../web/client/hooks.ts'
import { useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { noticeWords as words } from './words.ts'
import './notices.css'

/** Sets a password or key, which nobody is shown from then on. */
export function SetSecret({ record, id, title }: { record: AnyRecord; id: string; title: Words }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const write = useWriteOf(record, id)
  const [value, setValue] = useState('')
  return (
    <Card size="small" title={say(title)}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      <p className="ts-quiet">{say(words.secretHint)}</p>
      <div className="msg-bar">
        <Input.Password
          aria-label={say(words.secretNew)}
          placeholder={say(words.secretNew)}
          autoComplete="new-password"
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <Button
          loading={write.isPending}
          onClick={() =>
            write.mutate(
              { path: 'set-secret', body: { value } },
              {
                onSuccess: () => {
                  setValue('')
                  void message.success(say(words.secretKept))
                },
              },
            )
          }
        >
          {say(words.keep)}
        </Button>
      </div>
    </Card>
  )
}
