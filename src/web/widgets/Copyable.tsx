import { Typography } from 'antd'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import './copyable.css'

/** Lines to be pasted somewhere else as they stand: a command, a piece of configuration, an address. */
export function Copyable({ lines }: { lines: readonly string[] }) {
  const say = useSay()
  const text = lines.join('\n')
  return (
    <Typography.Paragraph className="ts-copyable" copyable={{ text, tooltips: [say(words.copy), say(words.copied)] }}>
      <pre>{text}</pre>
    </Typography.Paragraph>
  )
}
