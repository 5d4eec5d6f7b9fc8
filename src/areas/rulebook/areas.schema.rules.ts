import { z } from 'zod'
import { shaped } from '../../record/shape.ts'
import { ruleAreas } from './areas.rules.ts'
import { areaWords } from './areas.words.ts'

/** Areas of rules, each once. */
export const areasSchema = shaped(
  z
    .array(shaped(z.enum(ruleAreas), ['领域', 'Area'], { choices: areaWords }))
    .min(1)
    .max(ruleAreas.length),
  ['领域', 'Areas'],
)
