import type { PageProps } from '../../../../web/plugin.ts'
import { Body } from '../../../../web/record/Body.tsx'

/** Its fields, without what is drawn above them. */
export const ProblemBody = ({ entry, row, refs }: PageProps) => (
  <Body entry={entry} row={{ ...row, whys: [], fishbone: [], workaround: null }} refs={refs} />
)
