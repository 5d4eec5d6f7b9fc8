import { wordsFor } from '../../../record/record.ts'
import { scanLine } from './scan-line.record.ts'

export const scanLineWords = wordsFor(scanLine, {
  name: ['未匹配发现', 'Unmatched finding'],
  plural: ['未匹配发现', 'Unmatched findings'],
  empty: ['没有待匹配的发现。', 'Nothing waits to be matched.'],
  fields: {
    scan: ['扫描', 'Scan'],
    line: ['行号', 'Line'],
    ref: ['漏洞编号', 'CVE or reference'],
    title: ['名称', 'Title'],
    severity: ['严重程度', 'Severity'],
    target: ['报告中的目标', 'Target in the report'],
    product: ['产品或软件包', 'Product or package'],
    installed: ['版本', 'Version'],
    finding: ['报告内容', 'What it said'],
    component: ['组件', 'Component'],
    asset: ['资产', 'Asset'],
    because: ['依据', 'Because'],
    vulnerability: ['漏洞', 'Vulnerability'],
  },
  states: { waiting: ['待匹配', 'Waiting'], matched: ['已匹配', 'Matched'], dismissed: ['已排除', 'Dismissed'] },
  verbs: { match: ['匹配', 'Match'], dismiss: ['排除', 'Dismiss'] },
  choices: {
    severity: {
      critical: ['严重', 'Critical'],
      high: ['高危', 'High'],
      medium: ['中危', 'Medium'],
      low: ['低危', 'Low'],
    },
  },
})
