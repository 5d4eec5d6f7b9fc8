/** Whether a package may be put onto components, and whether its files are what the vendor says. Pure. */
import { fold } from '../../../record/fold.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'
import { isVersion, isWithin, rangeOf } from './version.rules.ts'

export interface Installed {
  readonly name: string
  readonly product: string | null
  readonly installedVersion: string | null
  readonly environment: string
}

export interface Delivered {
  readonly number: string
  readonly state: string
  readonly product: string
  readonly fits: string
}

const sameProduct = (a: string | null, b: string): boolean =>
  a !== null && fold(a).toLowerCase() === fold(b).toLowerCase()

/** Everything that keeps a package off components; in test and practice it need not have been tested yet. */
export function misfitsOf(delivered: Delivered, components: readonly Installed[]): Words[] {
  const { number, state, product, fits } = delivered
  const found: Words[] = []
  const live = components.some(({ environment }) => environment === 'production' || environment === 'standby')
  if (state !== 'tested' && (live || state !== 'checked'))
    found.push(
      live
        ? [`升级包 ${number} 尚未测试通过。`, `Package ${number} has not passed its test.`]
        : [`升级包 ${number} 的文件尚未核对。`, `The files of package ${number} are not checked.`],
    )
  const range = rangeOf(fits)
  for (const { name, product: own, installedVersion } of components) {
    if (!sameProduct(own, product))
      found.push([
        `${name} 的产品是「${own ?? '未登记'}」,不是「${product}」。`,
        `${name} is ${own ?? 'of no known product'}, not ${product}.`,
      ])
    else if (installedVersion === null || !isVersion(installedVersion))
      found.push([
        `${name} 的安装版本未知,先核实并登记。`,
        `The installed version of ${name} is not known: find out and enter it.`,
      ])
    else if (!range || !isWithin(installedVersion, range))
      found.push([
        `${name} 安装的是 ${installedVersion},升级包适用于 ${fits}。`,
        `${name} has ${installedVersion}; the package is for ${fits}.`,
      ])
  }
  return found
}

/** Of the components of a product: those that are in a range of versions, and those of which nobody knows. */
export function concernedBy<T extends Omit<Installed, 'environment' | 'name'>>(
  components: readonly T[],
  { product, versions }: { readonly product: string | null; readonly versions: string | null },
): { affected: T[]; unsure: T[] } {
  if (product === null) return { affected: [], unsure: [] }
  const own = components.filter((one) => sameProduct(one.product, product))
  const range = versions === null ? [[]] : rangeOf(versions)
  const isKnown = ({ installedVersion }: T) => installedVersion !== null && isVersion(installedVersion)
  if (versions === null) return { affected: own, unsure: [] }
  return {
    affected: own.filter((one) => isKnown(one) && range !== null && isWithin(one.installedVersion as string, range)),
    unsure: own.filter((one) => !isKnown(one)),
  }
}

export const versionFaults = (row: { readonly fits: string; readonly toVersion: string }): Fault[] => {
  const faults: Fault[] = []
  if (rangeOf(row.fits) === null) faults.push(notARange('fits'))
  if (!isVersion(row.toVersion))
    faults.push(
      fault('toVersion', 'not-a-version', '版本须含数字,如 6.3.10。', 'A version has numbers, such as 6.3.10.'),
    )
  return faults
}

export const notARange = (path: string): Fault =>
  fault(
    path,
    'not-a-range',
    '须是版本或范围,如 6.3.7、>=6.3 <6.3.10、6.3.*,多个用逗号分开。',
    'This must be versions or ranges, such as 6.3.7, >=6.3 <6.3.10 or 6.3.*, with commas between.',
  )

export interface FileFound {
  readonly name: string
  readonly is: 'here' | 'missing' | 'differs'
}

/** Each file that the vendor names, held against what is attached. */
export const filesFound = (
  files: readonly { readonly name: string; readonly sha256: string }[],
  attached: readonly { readonly name: string; readonly digest: string }[],
): FileFound[] =>
  files.map(({ name, sha256 }) => {
    const same = attached.filter((one) => one.name === name)
    if (same.length === 0) return { name, is: 'missing' }
    return { name, is: same.some(({ digest }) => digest === sha256) ? 'here' : 'differs' }
  })

export function fileFaults(found: readonly FileFound[]): Fault[] {
  if (found.length === 0)
    return [fault('files', 'required', '没有写明文件与校验值。', 'It names no files with their digests.')]
  return found.flatMap(({ name, is }, n) => {
    if (is === 'here') return []
    return is === 'missing'
      ? [fault(`files.${n}`, 'missing', `还没有上传 ${name}。`, `${name} is not attached yet.`)]
      : [
          fault(
            `files.${n}`,
            'differs',
            `${name} 与厂商给的校验值不符,不得使用。`,
            `${name} is not what the vendor sent: its digest differs. Do not use it.`,
          ),
        ]
  })
}
