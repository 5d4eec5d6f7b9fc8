import { CameraOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { fits, isOut, rangeOf } from '../../checkpoint/reading.rules.ts'
import type { Reading, Values } from '../../checkpoint/reading.settings.ts'
import type { Mine, Point } from './kept.ts'
import { smaller } from './photo.ts'
import { patrolWords as words } from './words.ts'

interface VisitFormProps {
  readonly point: Point
  readonly how: 'scanned' | 'picked'
  readonly onSave: (given: Pick<Mine, 'values' | 'note' | 'photos'>) => Promise<void>
  readonly onClose: () => void
}

/** One checkpoint: what to look at, its readings with keys as large as a thumb, a photo, a note. */
export function VisitForm({ point, how, onSave, onClose }: VisitFormProps) {
  const say = useSay()
  const lang = useLang()
  const [values, setValues] = useState<Values>({})
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const isWhole = point.readings.every((one) => fits(one, values[one.name])) && (!point.photo || photos.length > 0)
  return (
    <section className="pt-visit">
      <h2>
        <span className="ts-figures">{point.position}</span> {lang === 'en' ? (point.nameEn ?? point.name) : point.name}
      </h2>
      {how === 'scanned' && <StateTag tone="kept" word={say(words.scanned)} />}
      {point.instructions && <p className="ts-prose">{point.instructions}</p>}
      {point.readings.map((reading) => (
        <ReadingField
          key={reading.name}
          reading={reading}
          value={values[reading.name]}
          onChange={(value) =>
            setValues(({ [reading.name]: _before, ...rest }) =>
              value === null ? rest : { ...rest, [reading.name]: value },
            )
          }
        />
      ))}
      <Photos photos={photos} wanted={point.photo} onAdd={(photo) => setPhotos([...photos, photo])} />
      <Input.TextArea
        rows={2}
        maxLength={1_000}
        value={note}
        placeholder={say(words.noteHint)}
        aria-label={say(words.note)}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="pt-end">
        <Button size="large" onClick={onClose}>
          {say(words.cancel)}
        </Button>
        <Button
          type="primary"
          size="large"
          disabled={!isWhole}
          onClick={() => void onSave({ values, note: note.trim() || null, photos })}
        >
          {say(words.save)}
        </Button>
      </div>
    </section>
  )
}

interface ReadingFieldProps {
  readonly reading: Reading
  readonly value: Values[string] | undefined
  readonly onChange: (value: Values[string] | null) => void
}

function ReadingField({ reading, value, onChange }: ReadingFieldProps) {
  const say = useSay()
  const lang = useLang()
  const name = lang === 'en' ? (reading.nameEn ?? reading.name) : reading.name
  const isBad = value !== undefined && fits(reading, value) && isOut(reading, value)
  const range = reading.is === 'number' ? rangeOf(reading) : ''
  return (
    <fieldset className="pt-reading" data-out={isBad || undefined}>
      <legend>
        {name}
        {range && (
          <small className="ts-quiet ts-figures">
            {say(words.range)} {range}
          </small>
        )}
        {isBad && <StateTag tone="late" word={say(words.out)} />}
      </legend>
      {reading.is === 'number' ? (
        <InputNumber
          size="large"
          inputMode="decimal"
          controls={false}
          aria-label={name}
          suffix={reading.unit}
          value={(value as number | undefined) ?? null}
          onChange={(given) => onChange(given)}
        />
      ) : (
        <div className="pt-answers">
          {answersOf(reading, say).map(([answer, word]) => (
            <Button
              key={answer}
              size="large"
              type={value === answer ? 'primary' : 'default'}
              aria-pressed={value === answer}
              onClick={() => onChange(answer)}
            >
              {word}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  )
}

const answersOf = (reading: Exclude<Reading, { is: 'number' }>, say: ReturnType<typeof useSay>): [string, string][] =>
  reading.is === 'choice'
    ? reading.choices.map((one) => [one, one])
    : [
        ['yes', say(words.yes)],
        ['no', say(words.no)],
      ]

interface PhotosProps {
  readonly photos: readonly Blob[]
  readonly wanted: boolean
  readonly onAdd: (photo: Blob) => void
}

function Photos({ photos, wanted, onAdd }: PhotosProps) {
  const say = useSay()
  const file = useRef<HTMLInputElement>(null)
  return (
    <div className="pt-photos">
      <Button size="large" icon={<CameraOutlined />} onClick={() => file.current?.click()}>
        {say(words.addPhoto)}
      </Button>
      <span className={wanted && photos.length === 0 ? 'is-late' : 'ts-quiet'}>
        {photos.length > 0 ? `${photos.length} ${say(words.photos)}` : wanted ? say(words.photoWanted) : ''}
      </span>
      <input
        ref={file}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say(words.addPhoto)}
        onChange={async ({ target }) => {
          const [photo] = target.files ?? []
          target.value = ''
          if (photo) onAdd(await smaller(photo))
        }}
      />
    </div>
  )
}
