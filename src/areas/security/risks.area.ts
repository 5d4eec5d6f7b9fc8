import type { Area } from '../../record/registry.ts'
import { risk } from './risk/risk.record.ts'
import { riskWords } from './risk/risk.words.ts'
import { riskAcceptance } from './risk-acceptance/risk-acceptance.record.ts'
import { riskAcceptanceWords } from './risk-acceptance/risk-acceptance.words.ts'
import { riskAssessment } from './risk-assessment/risk-assessment.record.ts'
import { riskAssessmentWords } from './risk-assessment/risk-assessment.words.ts'
import { riskMatrix } from './risk-matrix/risk-matrix.record.ts'
import { riskMatrixWords } from './risk-matrix/risk-matrix.words.ts'
import { scan } from './scan/scan.record.ts'
import { scanWords } from './scan/scan.words.ts'
import { scanLine } from './scan-line/scan-line.record.ts'
import { scanLineWords } from './scan-line/scan-line.words.ts'
import { vulnerability } from './vulnerability/vulnerability.record.ts'
import { vulnerabilityWords } from './vulnerability/vulnerability.words.ts'

/** What could go wrong, who accepts it until when, and what is known to be weak. */
export const risks: Area['records'] = [
  { record: risk, words: riskWords },
  { record: riskAcceptance, words: riskAcceptanceWords },
  { record: riskAssessment, words: riskAssessmentWords },
  { record: riskMatrix, words: riskMatrixWords },
  { record: vulnerability, words: vulnerabilityWords },
  { record: scan, words: scanWords },
  { record: scanLine, words: scanLineWords },
]
