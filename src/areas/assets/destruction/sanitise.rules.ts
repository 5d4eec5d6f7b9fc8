import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'

/** How thoroughly a medium is sanitised, the least first: NIST SP 800-88 Rev. 1, 2.5. */
export const methods = ['clear', 'purge', 'destroy'] as const
export type Method = (typeof methods)[number]

/** What carries the data. */
export const media = ['hdd', 'ssd', 'flash', 'tape', 'optical', 'mobile', 'network', 'paper'] as const
export type Medium = (typeof media)[number]

export const techniques = [
  'overwrite',
  'reset',
  'secure-erase',
  'crypto-erase',
  'degauss',
  'shred',
  'disintegrate',
  'incinerate',
  'melt',
] as const
export type Technique = (typeof techniques)[number]

export type Classification = 'public' | 'internal' | 'sensitive' | 'secret'

interface Effect {
  readonly method: Method
  readonly on: readonly Medium[]
}

const all: readonly Medium[] = media

/**
 * What each technique achieves and on what: NIST SP 800-88 Rev. 1, Appendix A. A magnetic field does nothing to flash memory
 * and optical media and paper cannot be cleared or purged at all.
 */
const effects: Readonly<Record<Technique, Effect>> = {
  overwrite: { method: 'clear', on: ['hdd', 'ssd', 'flash', 'tape'] },
  reset: { method: 'clear', on: ['mobile', 'network'] },
  'secure-erase': { method: 'purge', on: ['hdd', 'ssd', 'mobile', 'network'] },
  'crypto-erase': { method: 'purge', on: ['hdd', 'ssd', 'flash', 'tape', 'mobile'] },
  degauss: { method: 'purge', on: ['hdd', 'tape'] },
  shred: { method: 'destroy', on: all },
  disintegrate: { method: 'destroy', on: all },
  incinerate: { method: 'destroy', on: all },
  melt: { method: 'destroy', on: ['hdd', 'ssd', 'flash', 'tape', 'mobile', 'network'] },
}

export const methodOf = (technique: Technique): Method => effects[technique].method

/**
 * The least that serves before a medium leaves the firm, by how its data is classified: the flow of NIST SP 800-88 Rev. 1, figure
 * 4-1, where low is purged once it leaves the firm's control, moderate too, and high is destroyed. What is public has nothing to hide.
 */
export const leastFor: Readonly<Record<Classification, Method>> = {
  public: 'clear',
  internal: 'purge',
  sensitive: 'purge',
  secret: 'destroy',
}

export const isEnough = (method: Method, classification: Classification): boolean =>
  methods.indexOf(method) >= methods.indexOf(leastFor[classification])

/** The techniques that serve for a medium with data of this classification, the mildest first. */
export const techniquesFor = (medium: Medium, classification: Classification): Technique[] =>
  techniques.filter((one) => effects[one].on.includes(medium) && isEnough(methodOf(one), classification))

/** Why a technique does not serve, and what would: it has no effect on such a medium, or does too little for such data. */
export function techniqueFaults(medium: Medium, technique: Technique, classification: Classification): Fault[] {
  const offered = techniquesFor(medium, classification)
  if (offered.includes(technique)) return []
  const serves = (n: 0 | 1) => offered.map((one) => techniqueWords[one][n]).join(n === 0 ? '、' : ', ')
  const [zh, en] = techniqueWords[technique]
  if (!effects[technique].on.includes(medium))
    return [
      fault(
        'technique',
        'no-effect',
        `${zh}对${mediumWords[medium][0]}无效(NIST SP 800-88)。可用:${serves(0)}。`,
        `${en} has no effect on this medium (NIST SP 800-88). What serves: ${serves(1)}.`,
      ),
    ]
  const [method, least] = [methodOf(technique), leastFor[classification]]
  return [
    fault(
      'technique',
      'too-little',
      `密级为「${classificationWords[classification][0]}」的数据至少须${methodWords[least][0]};${zh}只是${methodWords[method][0]}(NIST SP 800-88)。可用:${serves(0)}。`,
      `Data classified ${classificationWords[classification][1]} must at least be ${pastOf[least]}; ${en.toLowerCase()} only ${doesOf[method]} (NIST SP 800-88). What serves: ${serves(1)}.`,
    ),
  ]
}

export const methodWords = {
  clear: ['清除(Clear)', 'Clear'],
  purge: ['净化(Purge)', 'Purge'],
  destroy: ['物理销毁(Destroy)', 'Destroy'],
} as const satisfies Record<Method, Words>

const pastOf: Readonly<Record<Method, string>> = { clear: 'cleared', purge: 'purged', destroy: 'destroyed' }
const doesOf: Readonly<Record<Method, string>> = { clear: 'clears', purge: 'purges', destroy: 'destroys' }

const classificationWords = {
  public: ['公开', 'public'],
  internal: ['内部', 'internal'],
  sensitive: ['敏感', 'sensitive'],
  secret: ['机密', 'secret'],
} as const satisfies Record<Classification, Words>

export const mediumWords = {
  hdd: ['机械硬盘', 'Hard disk'],
  ssd: ['固态硬盘', 'Solid-state disk'],
  flash: ['U 盘、存储卡', 'Flash memory'],
  tape: ['磁带', 'Tape'],
  optical: ['光盘', 'Optical disc'],
  mobile: ['手机、平板', 'Phone or tablet'],
  network: ['网络设备的配置存储', 'Memory of a network device'],
  paper: ['纸质资料', 'Paper'],
} as const satisfies Record<Medium, Words>

export const techniqueWords = {
  overwrite: ['覆写', 'Overwriting'],
  reset: ['恢复出厂设置', 'Factory reset'],
  'secure-erase': ['固件级安全擦除', 'Secure erase by firmware'],
  'crypto-erase': ['加密擦除', 'Cryptographic erase'],
  degauss: ['消磁', 'Degaussing'],
  shred: ['粉碎', 'Shredding'],
  disintegrate: ['破碎研磨', 'Disintegration'],
  incinerate: ['焚毁', 'Incineration'],
  melt: ['熔毁', 'Melting'],
} as const satisfies Record<Technique, Words>
