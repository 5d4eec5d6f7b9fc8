import { wordsFor } from '../../../record/record.ts'
import { installation } from './installation.record.ts'

export const installationWords = wordsFor(installation, {
  name: ['软件安装', 'Installation'],
  plural: ['软件安装', 'Installations'],
  empty: [
    '还没有安装记录。在机器上运行采集脚本,或为资产导入 CycloneDX 清单。',
    'No installations yet. Run the agent on a machine, or bring in a CycloneDX file for an asset.',
  ],
  fields: {
    asset: ['资产', 'Asset'],
    software: ['软件', 'Software'],
    release: ['版本', 'Version'],
    reportedAs: ['上报名称', 'Reported as'],
    purl: ['软件包地址', 'Package URL'],
    source: ['来源', 'Source'],
    firstSeen: ['首次发现', 'First seen'],
    lastSeen: ['最后发现', 'Last seen'],
  },
  states: { present: ['已安装', 'Installed'], gone: ['已移除', 'Removed'] },
  verbs: { remove: ['记为已移除', 'Note as removed'], return: ['恢复', 'Note as installed'] },
  choices: {
    source: {
      agent: ['采集脚本', 'Agent'],
      cyclonedx: ['CycloneDX 清单', 'CycloneDX'],
      hand: ['人工登记', 'By hand'],
    },
  },
})
