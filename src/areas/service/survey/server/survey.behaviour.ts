import { behave } from '../../../../platform/behaviour.ts'
import { survey } from '../survey.record.ts'

export const surveyBehaviour = behave(survey, {
  effects: {
    async open(tx, { id, kind }) {
      if (kind === 'periodic') await tx.job('invite-survey', { survey: id })
    },
  },
})
