import { Input, Select } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { useNameOf } from '../../../../web/widgets/shape/Naming.tsx'
import type { Form } from '../../offering/question.rules.ts'
import { type PlannedTask, titleOf } from '../../offering/task.rules.ts'
import { Conditions } from './Conditions.tsx'
import { KeyEdit } from './KeyEdit.tsx'
import { Labelled } from './Labelled.tsx'
import { builderWords as words } from './words.ts'

interface TaskFormProps {
  readonly form: Form
  readonly tasks: readonly PlannedTask[]
  readonly at: number
  readonly faults: Readonly<Record<string, readonly string[]>>
  readonly onChange: (task: PlannedTask) => void
  readonly onRename: (key: string) => void
}

/** One task: what is done by which team, after which others, for which answers. */
export function TaskForm({ form, tasks, at, faults, onChange, onRename }: TaskFormProps) {
  const say = useSay()
  const task = tasks[at] as PlannedTask
  const set = (change: { readonly [K in keyof PlannedTask]?: PlannedTask[K] | undefined }) =>
    onChange({ ...task, ...change } as PlannedTask)
  const teamName = useNameOf('team', 'id', task.team)
  const prose = (name: 'instructions' | 'instructionsEn') => (
    <Labelled label={say(words[name])} faults={faults[name]} wide>
      <Input.TextArea
        aria-label={say(words[name])}
        value={task[name] ?? ''}
        maxLength={4_000}
        autoSize={{ minRows: 2, maxRows: 10 }}
        onChange={({ target }) => set({ [name]: target.value || undefined })}
      />
    </Labelled>
  )
  return (
    <div className="svc-build-grid">
      <Labelled label={say(words.title)} faults={faults['title']}>
        <Input
          aria-label={say(words.title)}
          value={task.title}
          maxLength={120}
          onChange={({ target }) => set({ title: target.value })}
        />
      </Labelled>
      <Labelled label={say(words.labelEn)} faults={faults['titleEn']}>
        <Input
          aria-label={say(words.labelEn)}
          value={task.titleEn ?? ''}
          maxLength={120}
          onChange={({ target }) => set({ titleEn: target.value || undefined })}
        />
      </Labelled>
      <Labelled label={say(words.team)} faults={faults['team']}>
        <LinkPicker
          to="team"
          label={say(words.team)}
          refs={task.team && teamName ? { [task.team]: { record: 'team', number: '', label: teamName } } : {}}
          value={task.team ? [task.team] : []}
          onChange={([team]) => set({ team })}
        />
      </Labelled>
      <Labelled label={say(words.key)} faults={faults['key']}>
        <KeyEdit value={task.key} taken={tasks.map(({ key }) => key)} onChange={onRename} />
      </Labelled>
      <Labelled label={say(words.after)} faults={faults['after']} wide>
        <Select
          mode="multiple"
          aria-label={say(words.after)}
          placeholder={say(words.atOnce)}
          value={task.after}
          optionFilterProp="label"
          options={tasks
            .map((other, n) => ({ value: other.key, label: `${n + 1} ${say(titleOf(other)) || other.key}` }))
            .filter(({ value }) => value !== task.key)}
          onChange={(after: string[]) => set({ after })}
        />
      </Labelled>
      {prose('instructions')}
      {prose('instructionsEn')}
      <Labelled label={say(words.when)} faults={faults['when']} wide>
        <Conditions form={form} value={task.when} onChange={(when) => set({ when })} />
      </Labelled>
    </div>
  )
}
