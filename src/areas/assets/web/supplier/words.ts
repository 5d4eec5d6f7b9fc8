import type { Words } from '../../../../record/words.ts'

export const supplierScreenWords = {
  contracts: ['合同', 'Contracts'],
  noContracts: ['没有生效的合同。', 'No contract is in force.'],
  underpinnings: ['对服务的支持承诺', 'What they promise our services'],
  assets: ['供应的资产', 'Assets from them'],
  licences: ['软件许可', 'Licences'],
  near: ['已有名称相近的供应商:', 'Suppliers of like names:'],
  until: ['至', 'until'],
} as const satisfies Record<string, Words>
