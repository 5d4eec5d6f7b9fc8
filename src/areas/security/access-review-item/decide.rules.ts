import { type Fault, fault } from '../../../record/problem.ts'
import { standings } from '../system-account/standing.rules.ts'

/** As an account stood when it was frozen; or a grant of which there is no account. */
export const itemStandings = [...standings, 'not-there'] as const

/** A right of an account as it was frozen. */
export interface FrozenRight {
  readonly code: string
  readonly name: string | null
  readonly privileged: boolean
  readonly found: boolean
  readonly granted: boolean
}

interface Item {
  readonly standing: (typeof itemStandings)[number]
  readonly account: string | null
  readonly rights: readonly FrozenRight[]
  readonly reason: string | null
  readonly take: readonly string[]
}

/** Who keeps what is not as it was granted says why. */
export const keepsWithReason = ({ standing, reason }: Item): Fault[] =>
  standing === 'matched' || reason !== null
    ? []
    : [
        fault(
          'reason',
          'required',
          '账号与授权不符,保留须说明理由。',
          'The account is not as it was granted: say why it is kept.',
        ),
      ]

/** What is taken is among what it has; nothing named is all of it. */
export const takesWhatIsThere = ({ rights, take }: Item): Fault[] =>
  take
    .filter((code) => !rights.some((one) => one.code === code))
    .map((code) => fault('take', 'not-there', `账号没有权限 ${code}。`, `The account has no right ${code}.`))

interface Parties {
  readonly person: string | null
  readonly approvers: readonly string[]
  readonly reviewer: string | null
}

/** Nobody judges their own account, nor what they approved (clause S-05). */
export const concernsNone = ({ person, approvers, reviewer }: Parties): Fault[] =>
  reviewer !== null && (reviewer === person || approvers.includes(reviewer))
    ? [
        fault(
          'reviewer',
          'same-person',
          '复核人不能是使用人,也不能是授权的批准人。',
          'Neither whose account it is nor who approved the grant reviews it.',
        ),
      ]
    : []

interface Found {
  /** Null: the account is not there. */
  readonly rights: readonly string[] | null
  readonly disabled: boolean
}

/** Has it taken effect? By what the system itself shows: the account is gone or disabled, or none of the rights is there any more. */
export const isTaken = (take: readonly string[], { rights, disabled }: Found): boolean =>
  rights === null || disabled || (take.length > 0 && !take.some((code) => rights.includes(code)))
