import type { Tone } from '../../../web/plugin.ts'

/** What knowledge, problems and ratings say at a glance. */
export const knowledgeTones: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Tone>>>>>> = {
  article: { state: { published: 'kept', 'due-for-review': 'late', retired: 'ended' } },
  problem: {
    state: { 'known-error': 'late', solved: 'kept', closed: 'ended' },
    priority: { high: 'broken', medium: 'late', low: 'start' },
  },
  survey: { state: { open: 'progress' } },
  'survey-answer': { state: { invited: 'late', answered: 'kept', expired: 'ended' } },
  'article-feedback': { verdict: { solved: 'kept', helpful: 'kept', 'not-helpful': 'late' } },
}
