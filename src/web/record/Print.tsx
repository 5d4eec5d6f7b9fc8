import { PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AnyRecord } from '../../record/record.ts'
import { useWholeJournal } from '../client/hooks.ts'
import { useSession } from '../client/session.ts'
import { showInstant } from '../format/time.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'

/** Prints the page of a record, once all that was ever done to it is there. */
export function PrintButton({ record, id }: { record: AnyRecord; id: string }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [loading, setLoading] = useState(false)
  const load = useWholeJournal(record, id)
  const start = async () => {
    setLoading(true)
    try {
      await load()
      // Once what has come is drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => print()))
    } catch (problem) {
      message.error(text(problem))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      icon={<PrinterOutlined />}
      loading={loading}
      onClick={start}
      aria-label={say(words.print)}
      title={say(words.print)}
      className="ts-print"
    />
  )
}

/** On paper alone: who printed it, and when. */
export function Printed() {
  const say = useSay()
  const { person } = useSession()
  const [at, setAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    const onPrint = () => flushSync(() => setAt(new Date().toISOString()))
    window.addEventListener('beforeprint', onPrint)
    return () => window.removeEventListener('beforeprint', onPrint)
  }, [])
  return (
    <p className="ts-on-paper ts-figures">
      {say(words.printedBy)} {person.name} {showInstant(at)}
    </p>
  )
}
