import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, nobody, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { verifications } from '../pack/pack.record.ts'

const keeper = role('engineer', 'manager', 'auditor', 'admin')

/** A clause of ours, whatever the edition: by the policy's code and its own number. */
export const clauseAt = z.strictObject({
  policy: shaped(z.string().trim().min(1).max(40), ['制度代码', 'Policy code']),
  clause: shaped(z.string().trim().min(1).max(12), ['条号', 'Clause no.']),
})

/**
 * One point of a law or standard (外部条款), with the firm's clauses that meet it and what the firm makes of it. What is no longer in
 * the source is closed by date; what was mapped and assessed stays.
 */
export const obligation = defineRecord('obligation', {
  number: 'OBL',
  plural: 'obligations',
  label: 'title',
  fields: {
    pack: f.link('pack', { by: 'system', filter: true }),
    /** As the source numbers it. */
    item: f.text({ by: 'system', max: 40, search: true }),
    parent: f.text({ by: 'system', optional: true, max: 120 }),
    title: f.text({ by: 'system', max: 200, search: true }),
    titleEn: f.text({ by: 'system', optional: true, max: 240, search: true }),
    verified: f.choice(verifications, { by: 'system', filter: true }),
    effectiveFrom: f.date({ by: 'system' }),
    effectiveTo: f.date({ by: 'system', optional: true }),
    /** Controls that speak to it: whatever clause names one of them meets it. */
    controls: f.json(z.array(z.string().max(12)), { by: 'system', default: [] }),
    /** Further clauses, where the firm says so. */
    clauses: f.json(z.array(shaped(clauseAt, ['条款', 'Clause'])).max(40), { default: [] }),
    applies: f.choice(['unassessed', 'applies', 'partly', 'not-applicable'], { default: 'unassessed', filter: true }),
    assessment: f.prose({ optional: true, max: 4_000 }),
    /** When what the source says became other than when the firm took it up, and when somebody last looked at it. */
    changedOn: f.date({ by: 'system', optional: true }),
    assessedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['in-force', 'closed'],
  transitions: {
    assess: {
      from: 'in-force',
      to: 'in-force',
      allow: keeper,
      requires: ['assessment'],
      accepts: ['applies', 'clauses'],
      set: (_row, { now }) => ({ assessedAt: now }),
    },
    close: { from: 'in-force', to: 'closed', allow: nobody, accepts: ['effectiveTo'] },
    reopen: { from: 'closed', to: 'in-force', allow: nobody, accepts: ['effectiveTo', 'changedOn'] },
  },
  access: { read: everyone, create: nobody, update: all(inState('in-force'), keeper) },
})
