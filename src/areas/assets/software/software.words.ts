import { wordsFor } from '../../../record/record.ts'
import { software } from './software.record.ts'

export const softwareWords = wordsFor(software, {
  name: ['软件', 'Software'],
  plural: ['软件', 'Software'],
  empty: [
    '还没有软件。采集脚本上报或导入 CycloneDX 清单后,装了什么自动列在这里。',
    'No software yet. What is installed appears here once agents report or a CycloneDX file is brought in.',
  ],
  fields: {
    name: ['名称', 'Name'],
    publisher: ['发行商', 'Publisher'],
    category: ['类别', 'Category'],
    note: ['说明', 'Note'],
  },
  states: { seen: ['待评估', 'Not assessed'], allowed: ['准用', 'Allowed'], forbidden: ['禁用', 'Forbidden'] },
  verbs: { allow: ['准用', 'Allow'], forbid: ['禁用', 'Forbid'] },
  choices: {
    category: {
      'operating-system': ['操作系统', 'Operating system'],
      database: ['数据库', 'Database'],
      middleware: ['中间件', 'Middleware'],
      trading: ['交易系统', 'Trading'],
      security: ['安全软件', 'Security'],
      office: ['办公软件', 'Office'],
      development: ['开发工具', 'Development'],
      tool: ['工具', 'Tool'],
      library: ['组件库', 'Library'],
      other: ['其他', 'Other'],
    },
  },
})
