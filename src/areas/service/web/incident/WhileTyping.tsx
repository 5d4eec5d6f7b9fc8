import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { useList } from '../../../../web/client/hooks.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import type { FormProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { type Asked, priorityWords } from '../../incident/incident.rules.ts'
import { filledIn, incidentTemplate } from '../../incident-template/incident-template.record.ts'
import { Affected } from './Affected.tsx'
import { useOutlook } from './outlook.ts'
import { SimilarOnes } from './SimilarOnes.tsx'
import { incidentScreenWords as words } from './words.ts'
import './incident.css'

/** While an incident is written down: a template to fill it from, the priority that follows, what stands on it, what was like it. */
export function WhileTyping({ row, values, fill }: FormProps) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('incident')
  const asked = values as Partial<Asked>
  const component = (values['component'] as string | null | undefined) ?? null
  const outlook = useOutlook(asked, component).data
  const isOffered = useOfferedTrading(component, outlook?.reach?.trading ?? false, row === undefined, fill)
  const tone = outlook && toneOf(areas, entry, 'priority', outlook.priority)
  return (
    <div className="svc-typing">
      {row === undefined && <Templates fill={fill} />}
      {outlook && (
        <p className="svc-will-be" aria-live="polite">
          <span className="ts-quiet">{say(words.willBe)} </span>
          {tone ? (
            <StateTag tone={tone} word={say(priorityWords[outlook.priority])} />
          ) : (
            <b>{say(priorityWords[outlook.priority])}</b>
          )}
          {isOffered && asked.affectsTrading && <span className="ts-quiet"> {say(words.checkedTrading)}</span>}
        </p>
      )}
      {component && outlook?.reach && <Affected reach={outlook.reach} />}
      <SimilarOnes title={String(values['title'] ?? '')} {...(row ? { not: row.id } : {})} />
    </div>
  )
}

/** What affects trading is offered once for each component that is chosen; whoever knows better takes it back. */
function useOfferedTrading(
  component: string | null,
  trading: boolean,
  isNew: boolean,
  fill: FormProps['fill'],
): boolean {
  const offered = useRef<string>(undefined)
  const latest = useRef(fill)
  latest.current = fill
  useEffect(() => {
    if (!isNew || !component || !trading || offered.current === component) return
    offered.current = component
    latest.current({ affectsTrading: true })
  }, [component, trading, isNew])
  return component !== null && offered.current === component
}

function Templates({ fill }: Pick<FormProps, 'fill'>) {
  const say = useSay()
  const templates = useList(incidentTemplate, { state: 'in-use', sort: 'name' }).data?.pages.flatMap(
    ({ items }) => items,
  )
  if (!templates?.length) return null
  return (
    <Select
      className="svc-template"
      placeholder={say(words.template)}
      aria-label={say(words.template)}
      showSearch={{ optionFilterProp: 'label' }}
      options={templates.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string) => {
        const template = templates.find((one) => one.id === id)
        if (!template) return
        const given = filledIn.filter((name) => template[name] !== null)
        fill(Object.fromEntries(given.map((name) => [name, template[name]])))
      }}
    />
  )
}
