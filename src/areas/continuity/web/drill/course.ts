import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { Line } from '../../drill/measure.rules.ts'

export interface Moment {
  readonly at: string
  readonly record: string
  readonly id: string
  readonly number: string
  readonly title: string | null
  readonly verb: string
  readonly by: string | null
  readonly state: string | null
  readonly text: string | null
}

export interface DrillCourse {
  readonly lines: readonly Line[]
  readonly items: readonly Moment[]
  readonly refs: Refs
}

const watched = ['drill', 'drill-fault', 'alarm', 'incident', 'run', 'run-step', 'action']

export const useCourse = (id: string) => useCall<DrillCourse>(`/drills/${id}/course`, {}, watched)
