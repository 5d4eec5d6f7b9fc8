import { mostLinks } from '../../../../record/field.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { ChosenProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { desk } from '../../desk.rules.ts'
import { Make } from './Make.tsx'
import { problemScreenWords as words } from './words.ts'

/** Over the list of incidents: one problem of those that are chosen. */
export function ProblemOfChosen({ selection: { all, ids } }: ChosenProps) {
  if (!mayEver(desk, useSession())) return null
  return (
    <Make
      words={words.toProblem}
      path="/problems/from-incidents"
      body={{ incidents: [...ids] }}
      to="/problems"
      size="small"
      isDisabled={all || ids.size > mostLinks}
    />
  )
}
