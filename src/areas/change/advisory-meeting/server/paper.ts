import '../../server/tables.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { advisoryItemWords } from '../../advisory-item/advisory-item.words.ts'
import { kindWords, riskWords } from '../../change/change.words.ts'
import { advisoryMeeting } from '../advisory-meeting.record.ts'
import { advisoryMeetingWords } from '../advisory-meeting.words.ts'
import { agendaOf } from './agenda.beside.ts'

type Row = RowOf<typeof advisoryMeeting>

const { fields, states } = advisoryMeetingWords
const item = advisoryItemWords

/** What the minutes say, once for either form of them. */
async function told(row: Row, reader: Reader) {
  const { engine, person } = reader
  const refs = await refsOf(engine, advisoryMeeting, person, [row as unknown as AnyRow])
  const { say, when, name } = speechOf(reader, refs)
  const facts: [string, string][] = [
    [say(fields.startsAt), `${when(row.startsAt)} – ${when(row.endsAt)}`],
    [say(fields.place), row.place ?? '—'],
    [say(fields.chair), name(row.chair)],
    [say(fields.participants), row.participants.map(name).join(' · ') || '—'],
    [say(fields.openedAt), row.openedAt ? `${when(row.openedAt)}  ${name(row.openedBy)}` : '—'],
    [say(fields.heldAt), row.heldAt ? `${when(row.heldAt)}  ${name(row.chair)}` : '—'],
  ]
  const items = (await agendaOf(engine.db, row.id)).map((one) => {
    const { number, title, kind, risk, plannedStart, plannedEnd, owner } = one.change
    const lines: [string, string | null][] = [
      [say(item.fields.because), say(item.choices.because[one.because])],
      [say(['类别与风险', 'Kind and risk']), `${say(kindWords[kind])} · ${risk ? say(riskWords[risk]) : '—'}`],
      [say(['计划时间', 'Window']), plannedStart && plannedEnd ? `${when(plannedStart)} – ${when(plannedEnd)}` : null],
      [say(['负责人', 'Owner']), owner],
      [say(item.fields.addReason), one.addReason],
      [say(item.fields.said), one.said],
      [say(item.fields.advice), one.advice && say(item.choices.advice[one.advice])],
      [say(item.fields.conditions), one.conditions],
      [say(item.fields.dropReason), one.dropReason],
    ]
    return { title: `${number} ${title}`, state: say(item.states[one.state]), lines: lines.filter(isSaid) }
  })
  return { say, facts, items }
}

const isSaid = (line: [string, string | null]): line is [string, string] => line[1] !== null && line[1] !== ''

/** The minutes of an advisory board: who met, and of each change what was said and advised. */
export const minutes: Paper<Row> = {
  async pdf(out, row, reader) {
    const { say, facts, items } = await told(row, reader)
    const page = beginPaper(out, `${row.number} ${row.title}`, reader)
    page.small(`${say(advisoryMeetingWords.name)}  ${row.number}  ${say(states[row.state])}`)
    page.title(row.title)
    for (const [label, text] of facts) page.pair(label, text)
    for (const [n, { title, state, lines }] of items.entries()) {
      page.heading(`${n + 1}. ${title}`)
      page.small(state)
      for (const [label, text] of lines) page.pair(label, text)
    }
    if (row.remarks) {
      page.heading(say(fields.remarks))
      page.paragraph(row.remarks)
    }
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, facts, items } = await told(row, reader)
    const { book, ...written } = paperBook(out, reader)
    written.sheet(advisoryMeetingWords.name, [24, 60], [[row.number, row.title], ...facts, ['', row.remarks ?? '']])
    written.sheet(
      item.plural,
      [30, 16, 80],
      [
        [say(item.name), say(['状态', 'State']), ''],
        ...items.map(({ title, state, lines }) => [
          title,
          state,
          lines.map(([label, text]) => `${label}:${text}`).join('\n'),
        ]),
      ],
    )
    await book.commit()
  },
}
