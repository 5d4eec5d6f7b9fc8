import { DownloadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Card, Tabs } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import { useLang, useSay } from '../shell/lang.tsx'
import { FoundRows } from './FoundRows.tsx'
import { failedAddress, type ImportFile, type Summary, useWish, type Verdict } from './import.ts'
import { importChosen, importGood, keepCount, words } from './import.words.ts'
import { UnknownNames } from './UnknownNames.tsx'

interface FoundProps {
  readonly entry: Entry
  readonly file: ImportFile
  readonly summary: Summary
  readonly busy: boolean
  /** The file is understood otherwise now, and is to be checked again. */
  readonly onCheck: () => void
  readonly onApply: (rows: 'all' | 'good' | readonly number[]) => void
}

/** What the check found or what was written: how many of each kind, every fault, and what may be done about it. */
export function Found({ entry, file, summary, busy, onCheck, onApply }: FoundProps) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { create, change, fault, applied, missing } = summary
  const good = create + change
  const verdicts = (['fault', 'create', 'change'] as const).filter((verdict) => summary[verdict] > 0)
  const choose = (n: number, on: boolean) => setChosen(withOrWithout(chosen, n, on))
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set())
  const wish = useWish(entry.record, file.id)
  const keep = () => wish.mutate({ keep: [...file.keep, ...kept] }, { onSuccess: onCheck })
  const failed = fault > 0 && (
    <Button icon={<DownloadOutlined />} href={failedAddress(entry.record, file.id, lang)}>
      {say(words.failedFile)}
    </Button>
  )
  const found = (
    <Card size="small" title={say(applied ? words.done : words.found)} className="ts-import-part">
      <Figures summary={summary} />
      {summary.totals.map(({ n, text }) => (
        <p key={n} className="ts-quiet">
          {`${say(words.totals)}: ${n} · ${text}`}
        </p>
      ))}
      {applied ? (
        <div className="ts-import-act">
          <Button type="primary" onClick={() => navigate({ to: `/${entry.record.plural}` })}>
            {say(words.toList)}
          </Button>
          {failed}
        </div>
      ) : (
        <>
          {good === 0 && fault === 0 && <Alert type="success" showIcon title={say(words.nothingToDo)} />}
          {fault > 0 && <Alert type="warning" showIcon title={say(words.fixFirst)} />}
          <div className="ts-import-act">
            {fault === 0 && good > 0 && (
              <Button type="primary" loading={busy} onClick={() => onApply('all')}>
                {say(words.importAll)}
              </Button>
            )}
            {fault > 0 && good > 0 && (
              <Button type="primary" loading={busy} onClick={() => onApply('good')}>
                {say(importGood(good))}
              </Button>
            )}
            {chosen.size > 0 && (
              <Button loading={busy} onClick={() => onApply([...chosen])}>
                {say(importChosen(chosen.size))}
              </Button>
            )}
            {kept.size > 0 && (
              <Button loading={wish.isPending} onClick={keep}>
                {say(keepCount(kept.size))}
              </Button>
            )}
            {failed}
          </div>
        </>
      )}
      {verdicts.length > 0 && (
        <Tabs
          size="small"
          items={verdicts.map((verdict: Verdict) => ({
            key: verdict,
            label: `${say(words[verdict])} ${summary[verdict].toLocaleString('en-US')}`,
            children: (
              <FoundRows
                entry={entry}
                file={file}
                verdict={verdict}
                chosen={verdict === 'fault' ? kept : chosen}
                {...(applied
                  ? {}
                  : {
                      onChoose: verdict === 'fault' ? (n, on) => setKept(withOrWithout(kept, n, on)) : choose,
                    })}
              />
            ),
          }))}
        />
      )}
    </Card>
  )
  if (applied || missing.length === 0) return found
  return (
    <>
      <UnknownNames entry={entry} file={file} missing={missing} onSettled={onCheck} />
      {found}
    </>
  )
}

function withOrWithout(all: ReadonlySet<number>, n: number, on: boolean): ReadonlySet<number> {
  const next = new Set(all)
  if (on) next.add(n)
  else next.delete(n)
  return next
}

function Figures({ summary }: { summary: Summary }) {
  const say = useSay()
  const { rows, create, change, unchanged, fault, applied } = summary
  const shown = applied
    ? ([
        [words.created, applied.created],
        [words.changed, applied.changed],
        [words.unchanged, unchanged],
        [words.left, rows - unchanged - applied.created - applied.changed],
      ] as const)
    : ([
        [words.rows, rows],
        [words.create, create],
        [words.change, change],
        [words.unchanged, unchanged],
        [words.fault, fault],
      ] as const)
  return (
    <dl className="ts-import-figures">
      {shown.map(([label, figure]) => (
        <div key={label[1]}>
          <dt>{say(label)}</dt>
          <dd className="ts-figures">{figure.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  )
}
