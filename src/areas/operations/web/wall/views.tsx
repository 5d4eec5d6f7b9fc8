import { showTime } from '../../../../web/format/time.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { ribbonOf } from '../../calendar/calendar.rules.ts'
import { countsOf, tilesOf, type Wall, type WallAlarm, type WallComponent } from '../../wall-screen/wall.rules.ts'
import { Age } from '../clock/Age.tsx'
import { sessionWords } from '../clock/words.ts'
import { agendaOf, type Entry } from '../duty/agenda.ts'
import { useWidth } from '../duty/Ribbon.tsx'
import { RibbonDrawing } from '../duty/RibbonDrawing.tsx'
import { dueTones, dueWords, dutyWords, lateWords, stepsWords, troubledWords } from '../duty/words.ts'
import { CriticalityMark, healthTone, MaintainedMark } from '../map/ComponentBox.tsx'
import { choiceWords } from '../map/words.ts'
import { shiftScreenWords } from '../shift/words.ts'
import { moreWords, tookWords, wallWords as words } from './words.ts'

interface ViewProps {
  readonly wall: Wall
  readonly now: number
}

/** Lines that can be read at five metres, at most. */
const mostLines = 6

/** The day's ribbon, and what is to be done now and next. */
export function DayView({ wall, now }: ViewProps) {
  const say = useSay()
  const [box, width] = useWidth()
  const { calendar, day, due, runs, alarmsOfDay } = wall
  const agenda = agendaOf(due, calendar, day, now)
  const segments = calendar && day ? ribbonOf(calendar, day) : 'unknown'
  const lines = [...agenda.now, ...agenda.coming].slice(0, mostLines)
  // Drawn as on a laptop, and enlarged as a whole.
  const scale = Math.max(1, width / 860)
  return (
    <>
      <div ref={box} className="ops-ribbon wall-ribbon">
        {width > 0 && segments !== 'unknown' && day && (
          <div style={{ zoom: scale }}>
            <RibbonDrawing
              segments={segments}
              day={day}
              runs={runs}
              alarms={alarmsOfDay}
              due={due.filter(({ run }) => run === null)}
              now={now}
              width={Math.floor(width / scale)}
            />
          </div>
        )}
      </div>
      <ul className="wall-lines">
        {lines.map((entry) => (
          <AgendaLine key={`${entry.kind}${entry.at}${nameOf(entry)}`} entry={entry} />
        ))}
        {lines.length === 0 && <li className="ts-quiet">{say(words.nothingDue)}</li>}
      </ul>
    </>
  )
}

const nameOf = (entry: Entry): string =>
  entry.kind === 'run' ? entry.item.runbook.id : entry.kind === 'edge' ? `${entry.session}${entry.edge}` : entry.task.id

function AgendaLine({ entry }: { entry: Entry }) {
  const say = useSay()
  const lang = useLang()
  if (entry.kind === 'task') return null
  if (entry.kind === 'edge')
    return (
      <li>
        <time>{showTime(entry.at)}</time>
        <span className="ts-quiet">
          {say(sessionWords(entry.session))} {say(dutyWords[entry.edge])}
        </span>
      </li>
    )
  const { run, runbook } = entry.item
  return (
    <li>
      <time>{entry.at ? showTime(entry.at) : say(dutyWords.noTime)}</time>
      <span className="wall-ellipsis">{(lang === 'en' && runbook.titleEn) || runbook.title}</span>
      <StateTag tone={dueTones[entry.state]} word={say(dueWords[entry.state])} />
      {run && entry.state === 'in-progress' && (
        <span className="ts-figures">
          {say(stepsWords(run.settled, run.total))}
          {run.late > 0 && <b className="is-late"> {say(lateWords(run.late))}</b>}
          {run.troubled > 0 && <b className="is-broken"> {say(troubledWords(run.troubled))}</b>}
        </span>
      )}
    </li>
  )
}

/** Up to so many components have room for larger tiles. */
const few = 20

/** Each component as a tile, what trading stands on first. */
export function ComponentsView({ wall: { components } }: ViewProps) {
  const say = useSay()
  const { shown, left } = tilesOf(components)
  if (components.length === 0) return <p className="wall-none ts-quiet">{say(words.noComponents)}</p>
  return (
    <>
      <p className="wall-counts">
        {countsOf(components).map(([health, count]) => (
          <span key={health} className={`is-${healthTone[health]}`}>
            <StateTag tone={healthTone[health]} word={`${say(choiceWords('health', health))} ${count}`} />
          </span>
        ))}
        {left > 0 && <span className="ts-quiet">{say(moreWords(left))}</span>}
      </p>
      <ul className={shown.length > few ? 'wall-tiles' : 'wall-tiles is-few'}>
        {shown.map((one) => (
          <Tile key={one.id} component={one} />
        ))}
      </ul>
    </>
  )
}

function Tile({ component }: { component: WallComponent }) {
  const say = useSay()
  const { name, health, since, criticality, maintainedUntil } = component
  const bad = health === 'down' || health === 'slow'
  return (
    <li className={`wall-tile is-${healthTone[health]} ${maintainedUntil ? 'is-maintained' : ''}`}>
      <span className="wall-tile-name">
        <span className="wall-ellipsis">{name}</span>
        <CriticalityMark criticality={criticality} />
      </span>
      <span className="wall-tile-state">
        <ToneMark tone={healthTone[health]} />
        {say(choiceWords('health', health))}
        {bad && since && <Age since={since} />}
        {maintainedUntil && (
          <span className="wall-maintained">
            <MaintainedMark until={maintainedUntil} /> {showTime(maintainedUntil)}
          </span>
        )}
      </span>
    </li>
  )
}

/** Open alarms, the most urgent first, as large as they can be. */
export function AlarmsView({ wall: { alarms } }: ViewProps) {
  const say = useSay()
  const shown = alarms.items.slice(0, mostLines)
  if (shown.length === 0)
    return (
      <p className="wall-none is-kept">
        <StateTag tone="kept" word={say(words.noAlarms)} />
      </p>
    )
  return (
    <>
      <ul className="wall-alarms">
        {shown.map((one) => (
          <Alarm key={one.id} alarm={one} />
        ))}
      </ul>
      {alarms.open > shown.length && <p className="ts-quiet">{say(moreWords(alarms.open - shown.length))}</p>}
    </>
  )
}

function Alarm({ alarm }: { alarm: WallAlarm }) {
  const say = useSay()
  const lang = useLang()
  const tone: Tone = alarm.severity === 'critical' ? 'broken' : 'late'
  return (
    <li className={`is-${tone} ${alarm.state === 'firing' ? 'is-firing' : ''}`}>
      <ToneMark tone={tone} />
      <div>
        <b className="wall-clamp">{(lang === 'en' && alarm.titleEn) || alarm.title}</b>
        <span className="wall-about">
          {alarm.component}
          {alarm.affectsTrading && <i>{say(words.affectsTrading)}</i>}
          <span>{say(alarm.acknowledgedBy ? tookWords(alarm.acknowledgedBy) : words.nobodyTook)}</span>
        </span>
      </div>
      <Age since={alarm.firstAt} />
    </li>
  )
}

/** Who stands at which position, and who comes next. */
export function DutyView({ wall: { positions } }: ViewProps) {
  const say = useSay()
  if (positions.length === 0) return <p className="wall-none ts-quiet">{say(words.noPositions)}</p>
  return (
    <ul className="wall-duty">
      {positions.map(({ id, name, nameEn, people, next }) => (
        <li key={id}>
          <h3>{say([name, nameEn ?? name])}</h3>
          {people.length === 0 && (
            <p className="is-unknown">
              <StateTag tone="unknown" word={say(shiftScreenWords.nobody)} />
            </p>
          )}
          {people.map((one) => (
            <p key={one.name}>
              <b>{one.name}</b>
              <span className="ts-quiet">
                {say(shiftScreenWords.until)} {showTime(one.until)}
              </span>
              {!one.signed && <StateTag tone={one.late ? 'broken' : 'late'} word={say(shiftScreenWords.planned)} />}
            </p>
          ))}
          {next && (
            <p className="ts-quiet">
              {say(shiftScreenWords.next)} {showTime(next.at)} {next.name}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
