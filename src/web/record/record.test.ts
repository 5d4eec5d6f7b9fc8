import { describe, expect, it } from 'vitest'
import type { JournalEntry, Row } from '../client/types.ts'
import { columnsOf, toneOf } from '../context.ts'
import { shownOf } from '../format/value.ts'
import { changedBody, createBody, formFields, startValues } from './body.ts'
import { sample } from './job.sample.ts'
import { changesOf, doneWords, timelineOf } from './timeline.ts'
import { aheadOf, askedBy, nextStates, offersOf } from './verbs.ts'
import { fitColumns } from './widths.ts'

const row = {
  id: 'a',
  number: 'JOB-202611-0001',
  state: 'doing',
  version: 3,
  createdAt: '2026-11-24T00:00:00.000Z',
  createdBy: null,
  updatedAt: '2026-11-24T00:00:00.000Z',
  updatedBy: null,
  title: 'Lift',
  size: 'small',
  owner: 'b',
  due: null,
  code: 'L',
  outcome: null,
  doneAt: null,
} satisfies Row

describe('a form', () => {
  it('asks a new record for what a person gives then, not for what comes with a later verb', () => {
    expect(formFields(sample.record, true)).toEqual(['title', 'size', 'owner', 'due', 'code', 'custom'])
    expect(formFields(sample.record, false)).toEqual(['title', 'size', 'owner', 'due', 'outcome', 'custom'])
  })

  it('starts with the defaults and sends nothing of what stayed empty', () => {
    const values = startValues(sample.record, ['title', 'size', 'owner'])
    expect(values).toEqual({ title: null, size: 'small', owner: null })
    expect(createBody(values)).toEqual({ size: 'small' })
  })

  it('sends of a change only what differs, an emptied field as null', () => {
    expect(changedBody(row, { title: 'Lift', size: 'big', owner: undefined, due: null })).toEqual({
      size: 'big',
      owner: null,
    })
  })
})

describe('verbs', () => {
  it('put what carries the record on first, before detours and endings', () => {
    expect(aheadOf(sample.record, 'new')).toBe('start')
    expect(aheadOf(sample.record, 'doing')).toBe('finish')
    expect(aheadOf(sample.record, 'cancelled')).toBeUndefined()
  })

  it('keep refused ones in sight, last, with the reason', () => {
    const can = {
      wait: true,
      finish: { code: 'not-allowed', detail: 'Not yours.' },
      cancel: true,
      update: true,
    } as const
    expect(offersOf(sample, { ...row, can }).map(({ verb, refused }) => [verb, refused])).toEqual([
      ['wait', undefined],
      ['cancel', undefined],
      ['finish', 'Not yours.'],
    ])
  })

  it('ask for their fields and a signature', () => {
    expect(askedBy(sample.record, 'finish')).toEqual({ names: ['outcome'], required: ['outcome'], sign: true })
    expect(askedBy(sample.record, 'start')).toEqual({ names: [], required: [], sign: false })
  })

  it('show where the record can go next', () => {
    expect(nextStates(sample.record, 'doing')).toEqual(['done', 'waiting', 'cancelled'])
  })
})

describe('the look of a record', () => {
  it('gives a state its tone by where it stands, unless an area says', () => {
    expect(['new', 'doing', 'cancelled'].map((state) => toneOf([], sample, 'state', state))).toEqual([
      'start',
      'progress',
      'ended',
    ])
    const area = { tones: { job: { state: { done: 'kept' }, size: { big: 'late' } } } } as const
    expect(toneOf([area], sample, 'state', 'done')).toBe('kept')
    expect(toneOf([area], sample, 'size', 'big')).toBe('late')
    expect(toneOf([area], sample, 'size', 'small')).toBeUndefined()
  })

  it('lists the name, the state and what a list may be narrowed by', () => {
    expect(columnsOf([], sample)).toEqual(['number', 'title', 'state', 'size', 'owner', 'due', 'createdAt'])
    expect(columnsOf([{ listColumns: { job: ['number', 'due'] } }], sample)).toEqual(['number', 'due'])
  })
})

describe('the columns of a list', () => {
  const shown = columnsOf([], sample).flatMap((name) => shownOf(sample, name) ?? [])
  const names = (room: number) => fitColumns(shown, 'title', room, ([zh]) => zh).map(({ name }) => name)

  it('are all there where there is room', () => {
    expect(names(Number.POSITIVE_INFINITY)).toEqual(shown.map(({ name }) => name))
  })

  it('give way from the last that only helps; name, state and date stay', () => {
    expect(names(600)).toEqual(['number', 'title', 'state', 'size', 'createdAt'])
    expect(names(10)).toEqual(['number', 'title', 'state', 'createdAt'])
  })
})

describe('the timeline', () => {
  const entry = (id: string, at: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
    id,
    n: 1,
    at,
    actor: null,
    actorName: 'clock',
    via: 'system',
    verb: 'update',
    changes: {},
    digest: '',
    ...more,
  })
  const comment = (id: string, at: string) => ({
    id,
    at,
    by: 'p',
    text: 'x',
    private: false,
    editedAt: null,
    withdrawnAt: null,
  })

  it('is one line, newest first; a comment older than the loaded journal waits', () => {
    const journal = [entry('j2', '2026-11-24T03'), entry('j1', '2026-11-24T02')]
    const comments = [comment('c1', '2026-11-24T01'), comment('c2', '2026-11-24T02:30')]
    expect(timelineOf(journal, comments, false).map(({ id }) => id)).toEqual(['j2', 'c2', 'j1'])
    expect(timelineOf(journal, comments, true).map(({ id }) => id)).toEqual(['j2', 'c2', 'j1', 'c1'])
  })

  it('says each change in words, the state first', () => {
    const done = entry('j', '2026-11-24T03', {
      verb: 'finish',
      changes: {
        owner: ['b', null],
        version: [2, 3],
        state: ['doing', 'done'],
        due: [null, '2026-11-24T00:40:00.000Z'],
      },
    })
    const refs = { b: { record: 'job', number: 'JOB-2', label: 'Crane' } }
    expect(changesOf(sample, done, refs, 'en').map(({ label, before, after }) => [label, before, after])).toEqual([
      ['State', 'Doing', 'Done'],
      ['Owner', 'Crane', '—'],
      ['Due', '—', '2026-11-24 08:40:00'],
    ])
    expect(doneWords(sample, 'finish')).toEqual(['完成', 'Finish'])
    expect(doneWords(sample, 'create')[1]).toBe('created')
  })

  it('says a comment once, though the journal holds it too', () => {
    const journal = [entry('j1', '2026-11-24T01', { verb: 'comment' })]
    expect(timelineOf(journal, [comment('c1', '2026-11-24T01')], true).map(({ id }) => id)).toEqual(['c1'])
  })

  it('says of a creation only what was given', () => {
    const made = entry('j', '', {
      verb: 'create',
      changes: { owner: [null, null], title: [null, 'Lift'], state: [null, 'new'] },
    })
    expect(changesOf(sample, made, {}, 'en').map(({ label, after }) => [label, after])).toEqual([
      ['State', 'New'],
      ['Title', 'Lift'],
    ])
  })

  it('says of what hangs on the record what it is, and not how the journal holds it', () => {
    const refs = { c: { record: 'job', number: 'JOB-7', label: 'Lower' } }
    const told = (verb: string, changes: JournalEntry['changes']) =>
      changesOf(sample, entry('j', '', { verb, changes }), refs, 'en').map(({ label, after }) =>
        `${label} ${after}`.trim(),
      )
    expect(told('link', { blocks: [null, { record: 'job', id: 'c' }] })).toEqual(['blocks JOB-7 Lower'])
    expect(told('unlink', { blocks: [{ record: 'job', id: 'gone' }, null] })).toEqual(['blocks hidden'])
    expect(told('attach:private', { attachment: [null, { id: 'f', name: 'a.png', digest: 'd' }] })).toEqual(['a.png'])
    expect(
      told('edit-comment', {
        comment: [
          { id: 'x', digest: 'd' },
          { id: 'x', digest: 'e' },
        ],
      }),
    ).toEqual([])
  })

  it('does not name a linked record that the reader may not see', () => {
    const [change] = changesOf(sample, entry('j', '', { changes: { owner: [null, 'secret'] } }), {}, 'en')
    expect(change?.after).toBe('hidden')
  })
})
