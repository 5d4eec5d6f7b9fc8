import { describe, expect, it } from 'vitest'
import { faultsFor, Problem, problemOf } from './problem.ts'

const json = (body: unknown, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

describe('a refused request', () => {
  it('keeps the server’s code, sentence and faults', async () => {
    const problem = await problemOf(
      json(
        {
          type: 'about:blank',
          title: 'Invalid',
          status: 422,
          code: 'invalid',
          detail: 'The input has faults.',
          errors: [{ path: 'title', code: 'required', message: 'Fill it in.' }],
          requestId: 'r1',
        },
        422,
      ),
    )
    expect(problem).toMatchObject({ status: 422, code: 'invalid', detail: 'The input has faults.', requestId: 'r1' })
    expect(problem.errors).toHaveLength(1)
  })

  it('is still a problem when something between answered without JSON', async () => {
    const problem = await problemOf(new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(problem).toMatchObject({ status: 502, code: 'unreadable', errors: [] })
  })
})

describe('faults in a form', () => {
  const fault = (path: string, message: string) => ({ path, code: 'x', message })

  it('stand at their fields, all at once, with the place inside a field said', () => {
    const problem = new Problem({
      code: 'invalid',
      errors: [fault('title', 'Too long.'), fault('title', 'No digits.'), fault('steps.3.deadline', 'Too early.')],
    })
    expect(faultsFor(problem, ['title', 'steps'])).toEqual({
      fields: { title: ['Too long.', 'No digits.'], steps: ['3.deadline: Too early.'] },
      rest: [],
    })
  })

  it('stand above the form when they belong to none of its fields', () => {
    const problem = new Problem({
      code: 'invalid',
      errors: [fault('', 'Needs two people.'), fault('other', 'Unknown.')],
    })
    expect(faultsFor(problem, ['title'])).toEqual({ fields: {}, rest: ['Needs two people.', 'other: Unknown.'] })
  })

  it('are the refusal itself where it has none', () => {
    const problem = new Problem({ code: 'not-allowed', detail: 'Your roles do not allow this step.' })
    expect(faultsFor(problem, ['title']).rest).toEqual(['Your roles do not allow this step.'])
  })
})
