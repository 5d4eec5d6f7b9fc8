import { behave } from '../../../../platform/behaviour.ts'
import { securityReport } from '../security-report.record.ts'
import { securityReportPaper } from './paper.ts'

export const securityReportBehaviour = behave(securityReport, { paper: securityReportPaper })
