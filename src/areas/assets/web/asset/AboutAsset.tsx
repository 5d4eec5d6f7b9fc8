import type { PageProps } from '../../../../web/plugin.ts'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { assetAsides, assetSections } from './sections.ts'

/** Everything that matters of an asset, section by section. */
export const AboutAsset = (props: PageProps) =>
  Object.entries(assetSections).map(([name, load]) => {
    const Section = lazily(load, null)
    return <Section key={name} {...props} />
  })

/** What of it stands at the side. */
export const BesideAsset = (props: PageProps) =>
  Object.entries(assetAsides).map(([name, load]) => {
    const Section = lazily(load, null)
    return <Section key={name} {...props} />
  })
