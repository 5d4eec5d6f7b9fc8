import { type PackData, points } from '../pack.rules.ts'

const operators = ['在境内建设、运营网络的单位', 'Whoever builds or runs a network in the country'] as const

/** The articles moved by two on the first of January 2026; the number of the point within article 23 is inferred. */
export const csl: PackData = {
  ...{ code: 'CSL', title: '网络安全法', titleEn: 'Cybersecurity Law', binding: 'law' },
  ...{ appliesTo: operators[0], appliesToEn: operators[1] },
  source: '《中华人民共和国网络安全法》;修改决定 2025-10-28 通过,2026-01-01 起施行',
  ...{ verified: 'partly', verifiedOn: null },
  points: [
    ...points(
      { from: '2017-06-01', to: '2025-12-31', verified: 'partly' },
      ['21', '等级保护义务', 'Graded-protection duties', 'G-02 G-04 S-01 S-17 B-01'],
      ['21(3)', '网络日志留存至少六个月', 'Logs are kept for six months at least', 'S-20'],
      ['25', '应急预案与事件报告', 'Plans, handling and reporting of incidents', 'O-13 O-14 S-19'],
    ),
    ...points({ from: '2026-01-01', verified: 'yes' }, [
      '23',
      '等级保护义务',
      'Graded-protection duties',
      'G-02 G-04 S-01 S-17 B-01',
    ]),
    ...points({ from: '2026-01-01', verified: 'no' }, [
      '23(3)',
      '网络日志留存至少六个月',
      'Logs are kept for six months at least',
      'S-20',
    ]),
    ...points(
      { from: '2026-01-01', verified: 'yes' },
      ['27', '应急预案与事件报告', 'Plans, handling and reporting of incidents', 'O-13 O-14 S-19'],
      ['61', '未履行义务的处罚', 'Fines for duties not done', 'G-10 G-12'],
    ),
  ],
}

export const cac2025: PackData = {
  ...{ code: 'CAC-2025', title: '国家网络安全事件报告管理办法', titleEn: 'Reporting of cybersecurity incidents' },
  binding: 'rule',
  ...{ appliesTo: operators[0], appliesToEn: operators[1] },
  source: '国家网信办,2025-11-01 起施行,共十四条',
  ...{ verified: 'partly', verifiedOn: null },
  points: [
    ...points(
      { from: '2025-11-01', verified: 'yes' },
      [
        '4',
        '较大以上事件四小时内报省级网信部门',
        'Larger incidents reach the provincial office within four hours',
        'S-19 O-12',
      ],
      ['渠道', '12387 等六个报告渠道', 'Hotline 12387 and five more channels', 'S-19'],
      ['责任', '迟报、瞒报从重处罚', 'Late or hidden reports are punished harder', 'S-19 G-12'],
    ),
    ...points({ from: '2025-11-01', verified: 'partly' }, [
      '附件',
      '事件分级标准',
      'How incidents are graded',
      'S-19 O-12',
    ]),
    ...points(
      { from: '2025-11-01', verified: 'no' },
      ['结案', '处置后三十日内提交总结', 'A closing report within thirty days', 'O-15'],
      ['合同', '以合同约束服务商协助报告', 'Service providers are bound by contract to help', 'D-07 C-08'],
    ),
  ],
}

/** The final clocks were not read; whether gold business counts is not known. */
export const pboc2025: PackData = {
  code: 'PBOC-2025-4',
  title: '中国人民银行业务领域网络安全事件报告管理办法',
  titleEn: 'Reporting of incidents in the business of the central bank',
  binding: 'rule',
  ...{
    appliesTo: '人民银行业务领域的金融机构;范围清单未列黄金业务',
    appliesToEn: 'Institutions in its business; gold is not named',
  },
  source: '中国人民银行令〔2025〕第 4 号,2025-08-01 起施行,五章三十三条',
  ...{ verified: 'no', verifiedOn: null },
  points: points(
    { from: '2025-08-01', verified: 'no' },
    ['第二章', '事件分为四级,单位自定分级细则', 'Four grades; the firm writes its own standard', 'S-19 G-08'],
    ['第三章', '报告的流程、内容、时限和渠道', 'How, what, when and where to report', 'S-19 O-12 O-15'],
    ['第三章之后', '事后分析与整改', 'Analysis and correction afterwards', 'O-15 O-16'],
    ['第四章', '监督检查', 'Supervision', 'G-10 G-11'],
  ),
}
