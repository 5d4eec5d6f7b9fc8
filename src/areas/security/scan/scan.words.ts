import { wordsFor } from '../../../record/record.ts'
import { scan } from './scan.record.ts'

export const scanWords = wordsFor(scan, {
  name: ['漏洞扫描', 'Scan'],
  plural: ['漏洞扫描', 'Scans'],
  empty: [
    '还没有扫描报告。导入 CSV、CycloneDX VEX 或 Trivy 的报告,并写明扫描范围。',
    'No scans yet. Bring in a report as CSV, CycloneDX VEX or from Trivy, and say what it looked at.',
  ],
  fields: {
    title: ['名称', 'Title'],
    scanner: ['扫描器', 'Scanner'],
    format: ['格式', 'Format'],
    complete: ['完整扫描', 'Complete'],
    components: ['范围:组件', 'Scope: components'],
    assets: ['范围:资产', 'Scope: assets'],
    scannedAt: ['扫描时间', 'Scanned at'],
    fileName: ['文件名', 'File'],
    broughtBy: ['导入人', 'Brought in by'],
    digest: ['文件摘要', 'Digest of the file'],
    findings: ['发现数', 'Findings'],
    opened: ['新增', 'New'],
    seen: ['仍在', 'Still there'],
    cameBack: ['重现', 'Came back'],
    closed: ['关闭', 'Closed'],
    exempted: ['不受影响', 'Not affected'],
    aside: ['仅供参考', 'For information'],
    unmatched: ['未匹配', 'Unmatched'],
  },
  states: { matching: ['待匹配', 'To be matched'], settled: ['已处理', 'Settled'] },
  verbs: { settle: ['处理完毕', 'Settle'] },
  choices: {
    format: { csv: ['CSV', 'CSV'], cyclonedx: ['CycloneDX VEX', 'CycloneDX VEX'], trivy: ['Trivy', 'Trivy'] },
  },
})
