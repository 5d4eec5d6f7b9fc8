import type { Matrix } from './matrix.rules.ts'

const step = (name: string, nameEn: string) => ({ name, nameEn, means: name, meansEn: nameEn })
const steps = [
  step('很低', 'Very low'),
  step('低', 'Low'),
  step('中', 'Medium'),
  step('高', 'High'),
  step('很高', 'Very high'),
]
const manager = [{ is: 'role' as const, code: 'manager' }]

/** A matrix of five by five with four levels: managers accept up to the second, auditors all. */
export const five: Matrix = {
  likelihoods: steps,
  impacts: steps,
  levels: [
    { ...step('低风险', 'Low'), tone: 'kept', acceptedBy: manager },
    { ...step('中风险', 'Medium'), tone: 'late', acceptedBy: manager },
    { ...step('高风险', 'High'), tone: 'broken', acceptedBy: [{ is: 'role', code: 'auditor' }] },
    { ...step('极高风险', 'Extreme'), tone: 'severe', acceptedBy: [{ is: 'role', code: 'auditor' }] },
  ],
  grid: [
    { levels: [1, 1, 1, 2, 2] },
    { levels: [1, 1, 2, 2, 3] },
    { levels: [1, 2, 2, 3, 3] },
    { levels: [2, 2, 3, 3, 4] },
    { levels: [2, 3, 3, 4, 4] },
  ],
}
