import { Alert, Card, InputNumber, Select, Tag } from 'antd'
import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { type ImportColumn, type ImportFile, useWish } from './import.ts'
import { fieldFor, words } from './import.words.ts'

/** How the file is read, and what each of its columns fills. */
export function Mapping({ entry, file }: { entry: Entry; file: ImportFile }) {
  const say = useSay()
  const text = useProblemText()
  const wish = useWish(entry.record, file.id)
  const fixed = file.state === 'applied' || wish.isPending
  const filled = file.columns.map(({ field }) => field)
  const missing = file.fields.filter(({ name, required }) => required && !filled.includes(name))
  return (
    <>
      <Card size="small" title={file.name} className="ts-import-part">
        <Reading file={file} disabled={fixed} onWish={(given) => wish.mutate(given)} />
      </Card>
      {wish.isError && <Alert type="error" showIcon role="alert" title={text(wish.error)} />}
      <Card size="small" title={say(words.columns)} className="ts-import-part">
        <div className="ts-import-scroll">
          <table className="ts-import-table">
            <thead>
              <tr>
                <th>{say(words.column)}</th>
                <th>{say(words.heading)}</th>
                <th>{say(words.samples)}</th>
                <th>{say(words.field)}</th>
              </tr>
            </thead>
            <tbody>
              {file.columns.map((column) => (
                <ColumnLine
                  key={column.column}
                  file={file}
                  column={column}
                  disabled={fixed}
                  onField={(field) => wish.mutate({ fields: { [column.column]: field } })}
                />
              ))}
            </tbody>
          </table>
        </div>
        {missing.length > 0 && (
          <Alert
            type="warning"
            showIcon
            className="ts-gap"
            title={`${say(words.missing)}: ${missing.map((one) => say(one.words)).join(', ')}`}
          />
        )}
      </Card>
    </>
  )
}

const delimiterWords: Readonly<Record<string, Words>> = {
  ',': words.comma,
  ';': words.semicolon,
  '\t': words.tab,
  '|': words.bar,
}

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5']

interface ReadingProps {
  readonly file: ImportFile
  readonly disabled: boolean
  readonly onWish: (wish: object) => void
}

function Reading({ file, disabled, onWish }: ReadingProps) {
  const say = useSay()
  const wordFor = (name: string) => say(file.fields.find((one) => one.name === name)?.words ?? [name, name])
  const none = '-'
  return (
    <div className="ts-import-reading">
      {file.sheets.length > 1 && (
        <Choice
          label={say(words.sheet)}
          value={file.sheet}
          options={file.sheets.map((label, value) => ({ value, label }))}
          disabled={disabled}
          onChange={(sheet) => onWish({ sheet })}
        />
      )}
      {file.encoding && (
        <Choice
          label={say(words.encoding)}
          value={file.encoding}
          options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
          disabled={disabled}
          onChange={(encoding) => onWish({ encoding })}
        />
      )}
      {file.delimiter && (
        <Choice
          label={say(words.delimiter)}
          value={file.delimiter}
          options={Object.entries(delimiterWords).map(([value, label]) => ({ value, label: say(label) }))}
          disabled={disabled}
          onChange={(delimiter) => onWish({ delimiter })}
        />
      )}
      <div>
        <span>{say(words.headerRow)}</span>
        <InputNumber
          aria-label={say(words.headerRow)}
          key={file.headerRow}
          min={1}
          max={1000}
          defaultValue={file.headerRow}
          disabled={disabled}
          onBlur={({ target }) => {
            const row = Number(target.value)
            if (Number.isInteger(row) && row > 0 && row !== file.headerRow) onWish({ headerRow: row })
          }}
        />
      </div>
      <Choice
        label={say(words.match)}
        value={file.match ?? none}
        options={[
          ...file.matches.map((value) => ({ value, label: wordFor(value) })),
          { value: none, label: say(words.matchNone) },
        ]}
        disabled={disabled}
        onChange={(match) => onWish({ match: match === none ? null : match })}
      />
    </div>
  )
}

interface ChoiceProps<T> {
  readonly label: string
  readonly value: T
  readonly options: { value: T; label: string }[]
  readonly disabled: boolean
  readonly onChange: (value: T) => void
}

const Choice = <T extends string | number>({ label, ...select }: ChoiceProps<T>) => (
  <div>
    <span>{label}</span>
    <Select<T> {...select} aria-label={label} popupMatchSelectWidth={false} />
  </div>
)

interface ColumnLineProps {
  readonly file: ImportFile
  readonly column: ImportColumn
  readonly disabled: boolean
  readonly onField: (field: string | null) => void
}

function ColumnLine({ file, column, disabled, onField }: ColumnLineProps) {
  const say = useSay()
  const none = '-'
  const taken = file.columns.map(({ field }) => field).filter((field) => field !== column.field)
  const options = file.fields.map(({ name, words: called, required }) => ({
    value: name,
    label: required ? `${say(called)} (${say(words.required)})` : say(called),
    disabled: taken.includes(name),
  }))
  return (
    <tr className={column.field === null ? 'is-left' : ''}>
      <td className="ts-figures">{column.letters}</td>
      <td>{column.heading}</td>
      <td className="ts-import-samples" title={column.samples.join('\n')}>
        {column.samples.join(' · ')}
      </td>
      <td>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={column.field ?? none}
          options={[{ value: none, label: say(words.notImported), disabled: false }, ...options]}
          disabled={disabled}
          onChange={(field) => onField(field === none ? null : field)}
          aria-label={say(fieldFor(column.letters))}
          className="ts-import-field"
        />
        {column.because === 'remembered' && <Tag>{say(words.remembered)}</Tag>}
      </td>
    </tr>
  )
}
