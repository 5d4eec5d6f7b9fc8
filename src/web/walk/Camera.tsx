import { CameraOutlined, PictureOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { type Decode, makeDecoder } from './decoder.ts'
import { walkWords as words } from './words.ts'
import './walk.css'

/** Looked at so often; milliseconds. */
const lookMs = 150
/** The same label is not read again before it has been away for so long; milliseconds. */
const sameMs = 2_500

let decoder: Promise<Decode> | undefined
/** Loaded as the page opens, so that it is there when the network is not. */
export const decoding = (): Promise<Decode> => {
  decoder ??= makeDecoder()
  return decoder
}

/** The camera as a scanner; where there is none, or the address is not safe enough for one, a photo is read instead. */
export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const say = useSay()
  const [isOn, setOn] = useState(false)
  const [fault, setFault] = useState<string>()
  const file = useRef<HTMLInputElement>(null)
  const hasCamera = Boolean(navigator.mediaDevices?.getUserMedia)
  const readPhoto = async (photo: File) => {
    const text = await (await decoding())(await createImageBitmap(photo))
    if (text) onRead(text)
    setFault(text ? undefined : say(words.noCode))
  }
  return (
    <section className="wk-camera">
      {isOn && (
        <Viewfinder
          onRead={onRead}
          onFail={() => {
            setOn(false)
            setFault(say(words.noCamera))
          }}
        />
      )}
      <div className="wk-scan">
        {hasCamera && (
          <Button type="primary" size="large" icon={<CameraOutlined />} onClick={() => setOn(!isOn)} block>
            {say(isOn ? words.stop : words.scan)}
          </Button>
        )}
        <Button
          size="large"
          icon={<PictureOutlined />}
          onClick={() => file.current?.click()}
          block={!hasCamera}
          aria-label={say(words.photo)}
          title={say(words.photo)}
        >
          {!hasCamera && say(words.photo)}
        </Button>
        <input
          ref={file}
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          onChange={({ target }) => {
            const [photo] = target.files ?? []
            target.value = ''
            if (photo) void readPhoto(photo)
          }}
        />
      </div>
      {fault && <Alert type="warning" showIcon title={fault} closable={{ onClose: () => setFault(undefined) }} />}
    </section>
  )
}

function Viewfinder({ onRead, onFail }: { onRead: (text: string) => void; onFail: () => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef({ onRead, onFail })
  told.current = { onRead, onFail }
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const last = { text: '', at: 0 }
    const look = async (decode: Decode) => {
      if (gone || !video.current) return
      const text = await decode(video.current).catch(() => null)
      const now = performance.now()
      if (text && (text !== last.text || now - last.at > sameMs)) told.current.onRead(text)
      if (text) Object.assign(last, { text, at: now })
      timer = setTimeout(() => void look(decode), lookMs)
    }
    const begin = async () => {
      const decode = await decoding()
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (gone || !video.current) return stop()
      video.current.srcObject = stream
      await video.current.play()
      void look(decode)
    }
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    begin().catch(() => !gone && told.current.onFail())
    return () => {
      gone = true
      clearTimeout(timer)
      stop()
    }
  }, [])
  return (
    <div className="wk-viewfinder">
      <video ref={video} muted playsInline />
    </div>
  )
}
