import { CameraOutlined, DeleteOutlined, DownloadOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Modal, Popconfirm, Progress } from 'antd'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { api } from '../client/api.ts'
import { useWriteOf } from '../client/hooks.ts'
import { keyOf } from '../client/live.ts'
import { showBytes } from '../format/bytes.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useLang, useSay } from '../shell/lang.tsx'
import './files.css'
import { sideWords as words } from './side.words.ts'
import { type Sending, send } from './upload.ts'

interface File_ {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly private: boolean
  readonly verdict: 'unchecked' | 'checking' | 'clean' | 'infected'
  readonly shown: boolean
  readonly can: { readonly remove: boolean }
}

/** Files of a record: dropped on the card, pasted anywhere on the page, chosen, or taken by a phone's camera. */
export function Files({ entry, row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const chosen = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending & { done: number }>()
  const [looking, setLooking] = useState<File_>()
  const [over, setOver] = useState(false)
  const at = `/${entry.record.plural}/${row.id}/attachments`
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(entry.record.name, 'of', row.id, 'attachments'),
    queryFn: ({ signal }) => api.call<{ items: File_[] }>(at, { signal }),
  })
  const write = useWriteOf(entry.record, row.id)
  const bring = (files: readonly File[]) => {
    if (files.length === 0 || entry.record.appendOnly) return
    const begun = send(`/api${at}`, files, lang, (done) => setSending((now) => now && { ...now, done }))
    setSending({ ...begun, done: 0 })
    begun.sent
      .then(() => queries.invalidateQueries({ queryKey: keyOf(entry.record.name, 'of', row.id) }))
      .catch((problem) => message.error(text(problem)))
      .finally(() => setSending(undefined))
  }
  const latest = useRef(bring)
  latest.current = bring
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => latest.current([...(clipboardData?.files ?? [])])
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    bring([...event.dataTransfer.files])
  }
  const items = data?.items ?? []
  const address = (file: File_) => `/api${at}/${file.id}`
  if (entry.record.appendOnly && items.length === 0) return null
  return (
    <Card
      size="small"
      title={say(words.files)}
      className={`ts-files${over ? ' is-over' : ''}${items.length === 0 ? ' is-bare' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      extra={
        !entry.record.appendOnly && (
          <>
            <Button
              type="text"
              size="small"
              className="ts-camera"
              icon={<CameraOutlined />}
              aria-label={say(words.takePhoto)}
              title={say(words.takePhoto)}
              onClick={() => camera.current?.click()}
            />
            <Button
              type="text"
              size="small"
              icon={<PaperClipOutlined />}
              aria-label={say(words.addFile)}
              title={say(words.addFile)}
              onClick={() => chosen.current?.click()}
            />
          </>
        )
      }
    >
      {error && <LoadFailed error={error} retry={() => refetch()} />}
      <input
        ref={chosen}
        type="file"
        multiple
        hidden
        aria-label={say(words.addFile)}
        onChange={(e) => bring(taken(e.target))}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say(words.takePhoto)}
        onChange={(e) => bring(taken(e.target))}
      />
      {sending && (
        <div className="ts-sending">
          <Progress percent={Math.round(sending.done * 100)} size="small" />
          <Button size="small" onClick={sending.stop}>
            {say(words.stop)}
          </Button>
        </div>
      )}
      {items.length === 0 && !sending && <span className="ts-quiet">{say(words.noFiles)}</span>}
      <ul className="ts-plain">
        {items.map((file) => (
          <li key={file.id} className="ts-file">
            {isPicture(file) && <img src={`${address(file)}?inline=1`} alt="" loading="lazy" />}
            <span className="ts-file-name">
              {file.shown ? (
                <button type="button" onClick={() => setLooking(file)}>
                  {file.name}
                </button>
              ) : (
                file.name
              )}
              <small className="ts-quiet">
                {showBytes(file.size)}
                {file.private && ` · ${say(words.private)}`}
                {file.verdict === 'checking' && ` · ${say(words.checking)}`}
                {file.verdict === 'infected' && ` · ${say(words.infected)}`}
              </small>
            </span>
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              href={address(file)}
              aria-label={`${say(words.download)} ${file.name}`}
            />
            {file.can.remove && (
              <Popconfirm
                title={say(words.removeSure)}
                onConfirm={() =>
                  write.mutate(
                    { path: `attachments/${file.id}`, method: 'DELETE' },
                    { onError: (problem) => message.error(text(problem)) },
                  )
                }
              >
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`${say(words.remove)} ${file.name}`}
                />
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      <Modal
        open={looking !== undefined}
        footer={null}
        width={960}
        title={looking?.name}
        onCancel={() => setLooking(undefined)}
      >
        {looking && isPicture(looking) && (
          <img className="ts-picture" src={`${address(looking)}?inline=1`} alt={looking.name} />
        )}
        {looking && !isPicture(looking) && (
          <a href={`${address(looking)}?inline=1`} target="_blank" rel="noreferrer">
            {say(words.openBeside)}
          </a>
        )}
      </Modal>
    </Card>
  )
}

const isPicture = ({ shown, mediaType }: File_): boolean => shown && mediaType.startsWith('image/')

/** The chosen files; the box is emptied, so that the same file may be chosen again. */
function taken(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])]
  input.value = ''
  return files
}
