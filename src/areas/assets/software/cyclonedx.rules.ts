import { z } from 'zod'
import { fold } from '../../../record/fold.ts'
import type { Product } from './names.rules.ts'
import { productOf, publisherOf } from './names.rules.ts'

/** What of a CycloneDX document is read (https://cyclonedx.org, JSON, 1.4 to 1.6); what else it says is let through. */
const componentAt = (depth: number): z.ZodType<Component> =>
  z.object({
    type: z.string(),
    name: z.string().trim().min(1).max(500),
    group: z.string().trim().max(300).optional(),
    version: z.string().trim().max(200).optional(),
    purl: z.string().trim().max(1_000).optional(),
    publisher: z.string().max(300).optional(),
    supplier: z.object({ name: z.string().max(300).optional() }).optional(),
    scope: z.enum(['required', 'optional', 'excluded']).optional(),
    components: (depth > 0 ? z.array(componentAt(depth - 1)).max(200_000) : z.array(z.never())).optional(),
  })

/** Deeper than any maker nests them; without an end the API's description could not say it. */
const componentSchema = componentAt(8)

interface Component {
  readonly type: string
  readonly name: string
  readonly group?: string | undefined
  readonly version?: string | undefined
  readonly purl?: string | undefined
  readonly publisher?: string | undefined
  readonly supplier?: { readonly name?: string | undefined } | undefined
  readonly scope?: 'required' | 'optional' | 'excluded' | undefined
  readonly components?: readonly Component[] | undefined
}

export const cyclonedxSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.enum(['1.4', '1.5', '1.6']),
  serialNumber: z.string().max(200).optional(),
  components: z.array(componentSchema).max(200_000).default([]),
})

export type CycloneDx = z.output<typeof cyclonedxSchema>

/** A component as it is installed. */
export interface Listed {
  readonly name: string
  readonly version: string | null
  readonly publisher: string | null
  readonly purl: string | null
  readonly product: Product
}

const categories: Readonly<Record<string, Product['category']>> = {
  'operating-system': 'operating-system',
  library: 'library',
  framework: 'library',
}

/** Not software that is installed: files, data, firmware's devices. */
const left = new Set(['file', 'data', 'device', 'cryptographic-asset', 'machine-learning-model'])

/** All components of a document, those inside others too, each once; what is excluded from the product is left out. */
export function componentsOf({ components }: CycloneDx): Listed[] {
  const found = new Map<string, Listed>()
  const walk = (all: readonly Component[]): void => {
    for (const one of all) {
      if (one.scope !== 'excluded' && !left.has(one.type)) {
        const listed = listedAs(one)
        found.set(`${listed.product.name} ${listed.version ?? ''}`, listed)
      }
      walk(one.components ?? [])
    }
  }
  walk(components)
  return [...found.values()]
}

/** `pkg:npm/%40babel/core@7.0.0?x=y` by its parts: the name with what stands before it; null for what is no package URL. */
export function packageOf(purl: string): { readonly name: string; readonly bare: string } | null {
  const bare = purl.split(/[?#]/)[0] ?? ''
  const path = /^pkg:\/*([A-Za-z][\w.+-]*)\/(.+?)(?:@([^@/]+))?$/.exec(bare)?.[2]
  if (path === undefined) return null
  try {
    return {
      name: path
        .split('/')
        .map(decodeURIComponent)
        .filter((part) => part !== '')
        .join('/'),
      bare,
    }
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return null
  }
}

function listedAs({ type, name, group, version, purl, publisher, supplier }: Component): Listed {
  const by = publisherOf(publisher ?? supplier?.name)
  const packaged = purl ? packageOf(purl) : null
  const category = categories[type]
  const known = productOf({ name, version, publisher: by })
  const library = fold(packaged?.name ?? (group ? `${group}/${name}` : name)).slice(0, 160)
  return {
    name: fold(group ? `${group}/${name}` : name),
    version: version ? fold(version) : null,
    publisher: by,
    purl: packaged?.bare ?? null,
    product:
      category === 'library' ? { name: library, publisher: by, category } : { ...known, ...(category && { category }) },
  }
}
