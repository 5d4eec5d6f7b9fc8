import { wordsFor } from '../../../record/record.ts'
import { riskMatrix } from './risk-matrix.record.ts'

export const riskMatrixWords = wordsFor(riskMatrix, {
  name: ['风险矩阵', 'Risk matrix'],
  plural: ['风险矩阵', 'Risk matrices'],
  empty: [
    '还没有风险矩阵。先定出可能性、影响和等级,由另一人批准后才能评定风险。',
    'No matrix yet. Set the scales and levels; risks can be rated once another person has approved it.',
  ],
  fields: {
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    likelihoods: ['可能性等级', 'Steps of likelihood'],
    impacts: ['影响等级', 'Steps of impact'],
    levels: ['风险等级', 'Levels of risk'],
    grid: ['矩阵', 'Matrix'],
    reason: ['依据与理由', 'What it rests on'],
    edition: ['版次', 'Edition'],
    approvedBy: ['批准人', 'Approved by'],
    inForceFrom: ['生效时间', 'In force from'],
    inForceTo: ['失效时间', 'In force to'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-force': ['有效', 'In force'],
    superseded: ['已被取代', 'Superseded'],
    dropped: ['已放弃', 'Dropped'],
  },
  verbs: { approve: ['批准', 'Approve'], supersede: ['取代', 'Supersede'], drop: ['放弃', 'Drop'] },
  choices: {},
})
