import { LockOutlined } from '@ant-design/icons'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Row } from '../../../../web/client/types.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { securityIncident } from '../../../security/security-incident/security-incident.record.ts'
import { incidentScreenWords as words } from './words.ts'

interface Standing {
  readonly declared: boolean
  readonly known: { readonly number: string } | null
}

/** The security incident it is: for those who need to know the way to it, for all others only that there is one. */
export function Security({ row }: { row: Row }) {
  const say = useSay()
  const { data } = useCall<Standing>(`/incidents/${row.id}/security`, {}, [securityIncident.name])
  if (!data) return null
  if (data.declared && !data.known)
    return (
      <p>
        <LockOutlined /> {say(words.isSecurity)}
      </p>
    )
  return (
    <Related
      record={securityIncident}
      by={{ incident: row.id }}
      title={words.security}
      add={words.declareSecurity}
      none={words.noSecurity}
      asked={['title', 'kind', 'owner', 'named', 'foundAt', 'components', 'dataAffected', 'peopleAffected']}
      open={!data.declared}
      more={() => null}
    />
  )
}
