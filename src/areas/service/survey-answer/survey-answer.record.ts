import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, chosen, nobody, role, self, team } from '../../../record/rule.ts'
import { answerFaults, answersSchema, gradeOf, questionsSchema } from '../survey/questions.rules.ts'

/**
 * What one person was asked, and answered (评价). Where the survey is anonymous nobody else reads it: of those only the counts are
 * shown, and what was said in words without a name.
 */
export const surveyAnswer = defineRecord('survey-answer', {
  number: 'SVA',
  plural: 'survey-answers',
  label: 'title',
  fields: {
    title: f.text({ by: 'once', max: 200 }),
    survey: f.link('survey', { by: 'once', filter: true }),
    /** Whose it is. */
    person: f.link('person', { by: 'once', filter: true }),
    /** What was closed: one of the two. */
    incident: f.link('incident', { by: 'once', optional: true, filter: true }),
    request: f.link('request', { by: 'once', optional: true, filter: true }),
    service: f.link('service', { by: 'once', optional: true, filter: true }),
    team: f.link('team', { by: 'once', optional: true, filter: true }),
    /** Who saw to what was closed. */
    handler: f.link('person', { by: 'system', optional: true, filter: true }),
    naming: f.choice(['named', 'anonymous'], { by: 'once', filter: true }),
    expiresAt: f.instant({ by: 'once', sort: true }),
    /** As they were asked. */
    questions: f.json(questionsSchema, { by: 'once' }),
    answers: f.json(answersSchema, { by: 'system', default: [] }),
    grade: f.number({ by: 'system', optional: true, min: 1, max: 5, filter: true, sort: true }),
    answeredAt: f.instant({ by: 'system', optional: true, filter: true }),
    /** What was said or done about a low grade, and by whom. */
    followUp: f.prose({ by: 'system', optional: true, max: 2_000 }),
    followedUpBy: f.link('person', { by: 'system', optional: true }),
    followedUpAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['invited', 'answered', 'expired'],
  transitions: {
    answer: {
      from: 'invited',
      to: 'answered',
      allow: self('person'),
      requires: ['answers'],
      guard: (row, { now }) => answerFaults(row, now),
      set: (_row, { now }) => ({ answeredAt: now }),
    },
    'follow-up': {
      from: 'answered',
      to: 'answered',
      allow: all(chosen('naming', 'named'), any(team('team'), role('manager'))),
      requires: ['followUp'],
      set: (_row, { actor, now }) => ({ followedUpAt: now, followedUpBy: personId(actor) }),
    },
    /** By itself, when its time is over. */
    expire: { from: 'invited', to: 'expired', allow: nobody },
  },
  derive: ({ questions, answers }) => ({ grade: gradeOf(questions, answers) }),
  access: {
    read: any(self('person'), all(chosen('naming', 'named'), any(team('team'), role('manager', 'auditor')))),
    create: nobody,
    update: nobody,
  },
})
