import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import type { Entry } from '../../record/registry.ts'
import { useEntry } from '../context.ts'
import { WorkProgress } from '../record/WorkProgress.tsx'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { useTitle } from '../shell/title.ts'
import { DropFile } from './DropFile.tsx'
import { Found } from './Found.tsx'
import { type ImportFile, useBegin, useImport } from './import.ts'
import { words } from './import.words.ts'
import { Mapping } from './Mapping.tsx'
import './import.css'

/** `/{plural}/import`: a file is taken in, mapped, checked and written. The address names it, so that one may come back. */
export function ImportPage({ record }: { record: string }) {
  const say = useSay()
  const entry = useEntry(record)
  const navigate = useNavigate()
  const { id } = useSearch({ strict: false }) as { id?: string }
  const to = `/${entry.record.plural}/import`
  useTitle(`${say(words.import)} · ${say(entry.words.plural)}`)
  return (
    <article className="ts-record ts-import">
      <header className="ts-record-head">
        <div className="ts-crumb">
          <Link to={`/${entry.record.plural}`}>{say(entry.words.plural)}</Link>
        </div>
        <div className="ts-page-head">
          <h1 className="ts-title">{say(words.import)}</h1>
          <span className="ts-grow" />
          {id && <Button onClick={() => navigate({ to })}>{say(words.another)}</Button>}
        </div>
      </header>
      {id ? (
        <OneImport key={id} entry={entry} id={id} />
      ) : (
        <DropFile entry={entry} onTaken={(taken) => navigate({ to, search: { id: taken } as never })} />
      )}
    </article>
  )
}

function OneImport({ entry, id }: { entry: Entry; id: string }) {
  const found = useImport(entry.record, id)
  if (found.isPending) return <Skeleton active className="ts-pad" />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  return <Steps entry={entry} file={found.data} />
}

/** One after the other on one page: what was said above stays to be seen, and changed until it is written. */
function Steps({ entry, file }: { entry: Entry; file: ImportFile }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const begin = useBegin(entry.record, file.id)
  const refresh = () => queries.invalidateQueries({ queryKey: ['import', file.id] })
  return (
    <>
      <Mapping entry={entry} file={file} />
      {file.state !== 'applied' && (
        <div className="ts-import-act">
          <Button
            type={file.state === 'open' ? 'primary' : 'default'}
            loading={begin.isPending}
            disabled={file.columns.every(({ field }) => field === null)}
            onClick={() => begin.mutate({ what: 'check' })}
          >
            {say(file.state === 'open' ? words.check : words.checkAgain)}
          </Button>
          <span className="ts-quiet">{say(words.checkFirst)}</span>
        </div>
      )}
      {begin.isError && <Alert type="error" showIcon role="alert" title={text(begin.error)} />}
      {file.work && (
        <WorkProgress
          key={file.work}
          id={file.work}
          outcome={(_result, work) =>
            work.state === 'stopped' && work.kind === 'import-apply' ? (
              <Alert type="warning" showIcon title={say(words.stopped)} />
            ) : null
          }
          onOver={refresh}
        />
      )}
      {file.result && (
        <Found
          entry={entry}
          file={file}
          summary={file.result}
          busy={begin.isPending}
          onCheck={() => begin.mutate({ what: 'check' })}
          onApply={(rows) => begin.mutate({ what: 'apply', body: { rows } })}
        />
      )}
    </>
  )
}
