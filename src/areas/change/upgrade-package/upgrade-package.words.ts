import { wordsFor } from '../../../record/record.ts'
import { upgradePackage } from './upgrade-package.record.ts'

export const upgradePackageWords = wordsFor(upgradePackage, {
  name: ['升级包', 'Upgrade package'],
  plural: ['升级包', 'Upgrade packages'],
  empty: [
    '还没有升级包。收到厂商的升级包时登记:适用版本、内容、文件校验值,再上传文件核对。',
    'No packages yet. Enter what a vendor delivers: for which versions, what it holds, the digests of its files; then attach the files.',
  ],
  fields: {
    title: ['名称', 'Title'],
    supplier: ['厂商', 'Vendor'],
    bulletin: ['厂商公告', 'Bulletin'],
    product: ['产品', 'Product'],
    fits: ['适用版本', 'For versions'],
    toVersion: ['升级到', 'To version'],
    contents: ['内容', 'Contents'],
    fixes: ['修复的问题', 'Fixes'],
    steps: ['升级步骤', 'Steps'],
    files: ['文件与校验值', 'Files and digests'],
    testedOn: ['测试所用组件', 'Tested on'],
    testResult: ['测试结果', 'Test result'],
    testedBy: ['测试人', 'Tested by'],
    testedAt: ['测试时间', 'Tested at'],
    readBy: ['已阅知', 'Read by'],
    withdrawReason: ['撤回理由', 'Why withdrawn'],
  },
  states: {
    registered: ['已登记', 'Registered'],
    checked: ['已核对', 'Checked'],
    tested: ['测试通过', 'Tested'],
    failed: ['测试未通过', 'Failed its test'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: {
    check: ['核对文件', 'Check its files'],
    'pass-test': ['测试通过', 'Pass the test'],
    acknowledge: ['已阅读升级说明,签字', 'Sign that I have read it'],
    'fail-test': ['测试未通过', 'Fail the test'],
    withdraw: ['撤回', 'Withdraw'],
  },
  choices: {},
})
