import { Input } from 'antd'
import { DeclaredNamed } from './shape/Naming.tsx'
import type { EditProps, ShowProps, Widget } from './widget.ts'

const Show = ({ value }: ShowProps) => <>{String(value)}</>

const Edit = ({ field, value, onChange, id }: EditProps) =>
  field.names ? (
    <DeclaredNamed
      id={id ?? ''}
      names={field.names}
      beside={undefined}
      value={value}
      onChange={(next) => onChange?.(next ?? null)}
    />
  ) : (
    <Input
      id={id}
      value={(value as string | null) ?? ''}
      maxLength={field.max}
      onChange={(event) => onChange?.(event.target.value || null)}
    />
  )

export const text: Widget = { Show, Edit }
