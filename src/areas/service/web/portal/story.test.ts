import { describe, expect, it } from 'vitest'
import type { Comment, JournalEntry } from '../../../../web/client/types.ts'
import { storyOf } from './story.ts'

let n = 0
const entry = (verb: string, at: string, changes: JournalEntry['changes'] = {}, actor = 'chen'): JournalEntry => ({
  id: `j${++n}`,
  n,
  at,
  actor,
  actorName: actor,
  via: 'web',
  verb,
  changes,
  digest: '',
})
const comment = (by: string, at: string, text: string, withdrawnAt: string | null = null): Comment => ({
  id: `c${++n}`,
  at,
  by,
  text,
  private: false,
  editedAt: null,
  withdrawnAt,
})
const refs = { chen: { record: 'person', number: 'PER-1', label: '陈志远' } }

describe('the story of a matter', () => {
  it('is told from the beginning, in what was done and what was said', () => {
    const story = storyOf(
      'me',
      [
        entry('resolve', '5', { resolution: [null, '换了网线'] }),
        entry('wait', '3', { waitingFor: [null, '请告知机器编号'] }),
        entry('assign', '2', { assignee: [null, 'chen'] }),
        entry('create', '1', {}, 'me'),
      ],
      [comment('me', '4', 'A-17')],
      refs,
    )
    expect(story.map(({ text: [zh], said }) => [zh, said])).toEqual([
      ['已收到', null],
      ['已交给陈志远处理', null],
      ['需要等待', '请告知机器编号'],
      ['您', 'A-17'],
      ['已处理好', '换了网线'],
    ])
  })

  it('leaves out what means nothing to them, and what was withdrawn', () => {
    const story = storyOf(
      'me',
      [entry('update', '1', { priority: ['p3', 'p2'] }), entry('clock-warned', '2'), entry('comment', '3')],
      [comment('chen', '3', '', '4')],
      refs,
    )
    expect(story).toEqual([])
  })

  it('does not name whom the reader may not read', () => {
    const [line] = storyOf('me', [entry('start', '1', {}, 'nobody-known')], [], {})
    expect(line?.text[0]).toBe('处理人员开始处理')
  })
})
