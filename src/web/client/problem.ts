/** One fault of a refused input, as the server words it. */
export interface ProblemFault {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** RFC 9457 problem details as this server sends them. */
export interface ProblemDetails {
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly code?: string
  readonly errors?: readonly ProblemFault[]
  readonly requestId?: string
  readonly [more: string]: unknown
}

/** A refused or failed request. `code` is the server's, or `offline` / `unreadable` where no answer of its own came. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: readonly ProblemFault[]
  readonly requestId: string | undefined
  readonly more: ProblemDetails

  constructor(details: ProblemDetails) {
    super(details.title ?? details.code ?? 'Request failed')
    this.name = 'Problem'
    this.status = details.status ?? 0
    this.code = details.code ?? 'unreadable'
    this.detail = details.detail ?? details.title ?? ''
    this.errors = details.errors ?? []
    this.requestId = details.requestId
    this.more = details
  }
}

/** The problem in an answer: its own details where it has them, else what its status says. */
export async function problemOf(response: Response): Promise<Problem> {
  const status = response.status
  if (!(response.headers.get('content-type') ?? '').includes('json')) return new Problem({ status, code: 'unreadable' })
  const details = (await response.json()) as ProblemDetails
  return new Problem({ ...details, status })
}

/** What a form shows: the sentences at each of its fields, and those that belong to none of them. */
export interface FormFaults {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly rest: readonly string[]
}

/**
 * Sorts a problem's faults to the fields of a form by the first part of their path (`steps.3.deadline` → `steps`).
 * A problem without faults of its own stands above the form as a whole.
 */
export function faultsFor(problem: Problem, names: readonly string[]): FormFaults {
  const fields: Record<string, string[]> = {}
  const rest: string[] = []
  for (const fault of problem.errors) {
    const [name = '', ...inner] = fault.path.split('.')
    if (names.includes(name)) {
      const where = inner.length > 0 ? `${inner.join('.')}: ` : ''
      fields[name] = [...(fields[name] ?? []), where + fault.message]
    } else rest.push(fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`)
  }
  if (problem.errors.length === 0) rest.push(problem.detail)
  return { fields, rest }
}
