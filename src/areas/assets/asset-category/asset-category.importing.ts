import type { Importing } from '../../../platform/transfer/import/importing.ts'
import type { assetCategory } from './asset-category.record.ts'

type Kind = (typeof assetCategory)['fields']['kind']['choices'][number]

const signs: readonly (readonly [RegExp, Kind])[] = [
  [/网络|交换|路由|防火墙|无线|专线|线路|负载|network|switch|router|firewall/i, 'network'],
  [/数据库|database/i, 'database'],
  [/软件|许可|系统软件|software|licen[cs]e/i, 'software'],
  [/文档|资料|图纸|证书|document/i, 'document'],
  [/UPS|空调|电源|机柜|消防|发电|门禁|监控|facility/i, 'facility'],
]

/** What is rather thrown away than kept once its data must be gone. */
const holdsData = /服务器|存储|磁盘|硬盘|电脑|笔记本|台式|终端|工作站|磁带|server|storage|laptop|desktop|disk|tape/i

const kindOfCategory = (name: string): Kind => signs.find(([sign]) => sign.test(name))?.[1] ?? 'hardware'

/** A category that a sheet of assets names. */
export const assetCategoryImporting: Importing = {
  propose: (text) => [
    {
      text,
      values: {
        name: text,
        nameEn: text,
        code: text.slice(0, 20),
        kind: kindOfCategory(text),
        storage: holdsData.test(text) ? '是' : '否',
      },
    },
  ],
}
