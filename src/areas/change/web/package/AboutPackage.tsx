import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Card, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps, Tone } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { change } from '../../change/change.record.ts'
import type { FileFound } from '../../upgrade-package/fit.rules.ts'
import { packageScreenWords as words } from './words.ts'
import '../change/change.css'

interface Fitting {
  readonly files: readonly FileFound[]
  readonly components: readonly {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly version: string | null
    readonly fits: boolean
  }[]
}

const tones: Readonly<Record<FileFound['is'], Tone>> = { here: 'kept', missing: 'late', differs: 'broken' }

/** Whether its files are what the vendor sent, and onto which components of ours it fits. */
export function AboutPackage({ row }: PageProps) {
  const say = useSay()
  const navigate = useNavigate()
  const mayPlan = mayEver(change.access.create, useSession())
  const found = useCall<Fitting>(`/upgrade-packages/${row.id}/fitting`, {}, [
    'upgrade-package',
    'component',
    'attachment',
  ])
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 3 }} />
  const { files, components } = found.data
  const fitting = components.filter(({ fits }) => fits).map(({ id }) => id)
  const plan = () =>
    navigate({
      to: '/changes/new' as '/',
      search: { title: row['title'], package: row.id, components: fitting } as never,
    })
  return (
    <>
      <Card size="small" title={say(words.files)}>
        {files.length === 0 && <p className="ts-quiet">{say(words.noFiles)}</p>}
        <ul className="ts-plain chg-way">
          {files.map(({ name, is }) => (
            <li key={name}>
              <StateTag tone={tones[is]} word={say(words[is])} />
              <span className="ts-figures">{name}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        size="small"
        title={say(words.onto)}
        extra={
          mayPlan && (
            <Button size="small" disabled={fitting.length === 0} onClick={plan}>
              {say(words.plan)}
            </Button>
          )
        }
      >
        {components.length === 0 && <p className="ts-quiet">{say(words.noComponent)}</p>}
        <ul className="ts-plain chg-way">
          {components.map(({ id, number, name, version, fits }) => (
            <li key={id}>
              <StateTag tone={fits ? 'kept' : 'ended'} word={say(fits ? words.fits : words.fitsNot)} />
              <Link to={`/components/${number}`}>{name}</Link>
              <span className="ts-figures ts-quiet">{version ?? say(words.unknown)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
