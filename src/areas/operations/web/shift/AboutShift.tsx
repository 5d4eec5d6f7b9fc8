import { FileDoneOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useItem, useWriteOf } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import { useEntry } from '../../../../web/context.ts'
import { showInstant, showTime } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { HandoverSheet, SheetLine } from '../../shift/sheet.rules.ts'
import { shift } from '../../shift/shift.record.ts'
import { dueWords } from '../duty/words.ts'
import { shiftScreenWords as words } from './words.ts'
import './shift.css'

type Shift = RowOf<typeof shift>

/** A shift: the sheet that is signed for, and while one is on duty the sheet that will be handed on. */
export function AboutShift({ row }: PageProps) {
  const me = row as unknown as Shift
  return (
    <>
      {me.takenFrom && <Before id={me.takenFrom} isOpen={me.state === 'due'} />}
      {me.state !== 'due' && me.state !== 'missed' && <Own shift={me} />}
    </>
  )
}

/** The sheet of the shift before, as it was signed. */
function Before({ id, isOpen }: { id: string; isOpen: boolean }) {
  const say = useSay()
  const { data } = useItem(shift, id)
  if (!data) return null
  const { item, refs } = data
  return (
    <Card
      size="small"
      title={`${say(words.from)} · ${refs[item.person]?.label ?? ''}`}
      extra={<Link to={`/shifts/${item.number}`}>{item.number}</Link>}
    >
      <Notes notes={item.notes} />
      {isOpen && item.sheet && <SheetShow sheet={item.sheet} />}
    </Card>
  )
}

function Own({ shift: own }: { shift: Shift }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const { person } = useSession()
  const write = useWriteOf(shift, own.id)
  const compile = () =>
    write.mutate(
      { path: 'compile', body: {} },
      { onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(shift.name, 'item') }) },
    )
  const mayCompile = own.state === 'on-duty' && (own.person === person.id || person.roles.includes('manager'))
  return (
    <Card
      size="small"
      title={say(words.sheet)}
      extra={
        mayCompile && (
          <Button
            type={own.sheet ? 'default' : 'primary'}
            icon={<FileDoneOutlined />}
            loading={write.isPending}
            onClick={compile}
          >
            {say(own.sheet ? words.compileAgain : words.compile)}
          </Button>
        )
      }
    >
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      <Notes notes={own.notes} />
      {own.sheet ? <SheetShow sheet={own.sheet} /> : <p className="ts-quiet">{say(words.notYet)}</p>}
    </Card>
  )
}

function Notes({ notes }: { notes: string | null }) {
  const say = useSay()
  return (
    <section className="shf-notes">
      <h3>{say(words.notes)}</h3>
      {notes ? <p>{notes}</p> : <p className="ts-quiet">{say(words.noNotes)}</p>}
    </section>
  )
}

const parts = ['alarms', 'incidents', 'runs', 'steps', 'due'] as const

function SheetShow({ sheet }: { sheet: HandoverSheet }) {
  const say = useSay()
  return (
    <div className="shf-sheet">
      {parts.map((part) => (
        <section key={part}>
          <h3>
            {say(words[part])} <span className="ts-figures">{sheet[part].length}</span>
          </h3>
          {sheet[part].length === 0 && <p className="ts-quiet">{say(words.none)}</p>}
          <ul>
            {sheet[part].map((line) => (
              <Line key={line.record + line.number} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h3>
          {say(words.log)} <span className="ts-figures">{sheet.log.length}</span>
        </h3>
        {sheet.log.length === 0 && <p className="ts-quiet">{say(words.none)}</p>}
        <ul>
          {sheet.log.map(({ at, text, by }) => (
            <li key={at + text}>
              <span className="ts-quiet ts-figures">{showTime(at)}</span> {text}{' '}
              {by && <span className="ts-quiet">{by}</span>}
            </li>
          ))}
        </ul>
      </section>
      <p className="ts-quiet ts-figures">
        {say(words.compiledAt)} {showInstant(sheet.at, true)}
      </p>
    </div>
  )
}

function Line({ line: { record, number, title, titleEn, state, at } }: { line: SheetLine }) {
  const say = useSay()
  const { record: declared, words: own } = useEntry(record)
  const stateWords = (own.states as Record<string, Words>)[state] ??
    (dueWords as Readonly<Record<string, Words>>)[state] ?? [state, state]
  return (
    <li>
      <Link to={`/${declared.plural}/${number}`} className="ts-ref">
        {say([title, titleEn ?? title])}
      </Link>{' '}
      <span className="ts-quiet ts-figures">
        {say(stateWords)}
        {at && ` · ${showInstant(at).slice(5)}`}
      </span>
    </li>
  )
}
