import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Upload } from 'antd'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { discovery } from '../../discovery/discovery.record.ts'
import { discoveryDifference } from '../../discovery-difference/discovery-difference.record.ts'
import { installation } from '../../installation/installation.record.ts'
import { keeper } from '../../keepers.rules.ts'
import { filedWords, asFoundWords as words } from './as-found.words.ts'
import './discovery.css'

const shown = '24'

/** Of an asset: when it was last heard of, what of it differs from the register, and what is installed on it. */
export function AsFound({ row }: PageProps) {
  const say = useSay()
  const session = useSession()
  const machines = useList(discovery, { asset: row.id, limit: '1' })
  const open = useList(discoveryDifference, { asset: row.id, state: 'open', limit: '1' })
  const installed = useList(installation, { asset: row.id, state: 'present', limit: shown })
  const machine = machines.data?.pages[0]?.items[0]
  const waiting = open.data?.pages[0]?.count.value ?? 0
  const page = installed.data?.pages[0]
  const items = page?.items ?? []
  const mayBring = mayEver(keeper, session)
  if (!machine && items.length === 0 && !mayBring) return null
  return (
    <section className="ast-installed">
      <header>
        <h2>{say(words.title)}</h2>
        <span className="ts-grow" />
        {mayBring && <BringFile asset={row.id} />}
      </header>
      {machine && (
        <p>
          {say(words.seen)} <span className="ts-figures">{machine.seenOn}</span> ·{' '}
          <Link to={`/discoveries/${machine.number}` as never}>{machine.name}</Link>
          {waiting > 0 && (
            <>
              {' · '}
              <Link to={'/discovery' as never}>{say(words.waiting(waiting))}</Link>
            </>
          )}
        </p>
      )}
      {items.length === 0 ? (
        <p className="ts-quiet">{say(words.none)}</p>
      ) : (
        <ul>
          {items.map((one) => (
            <li key={one.id}>
              <RefLink id={one.software} refs={page?.refs ?? {}} />{' '}
              <span className="ts-figures ts-quiet">{one.release}</span>
            </li>
          ))}
        </ul>
      )}
      {page?.next && (
        <Link to={'/installations' as never} search={{ asset: row.id, state: 'present' } as never}>
          {say(words.all)}
        </Link>
      )}
    </section>
  )
}

/** Brings in a CycloneDX file: what it lists is what is installed. */
function BringFile({ asset }: { asset: string }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const bring = useMutation({
    mutationFn: async (file: File) => {
      const document = readJson(await file.text())
      return api.call<{ added: number; gone: number }>('/installations/cyclonedx', {
        method: 'POST',
        body: { asset, document },
      })
    },
    onSuccess: ({ added, gone }) => {
      void message.success(say(filedWords(added, gone)))
      return queries.invalidateQueries({ queryKey: keyOf(installation.name, 'list') })
    },
  })
  return (
    <>
      {bring.isError && <Alert type="error" showIcon role="alert" title={text(bring.error)} />}
      <Upload
        accept=".json,.cdx"
        showUploadList={false}
        beforeUpload={(file) => {
          bring.mutate(file)
          return false
        }}
      >
        <Button size="small" icon={<UploadOutlined />} loading={bring.isPending}>
          {say(words.bring)}
        </Button>
      </Upload>
    </>
  )
}

/** What is no JSON is sent as it is: the server says in words what is wrong with it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return text.slice(0, 100)
  }
}
