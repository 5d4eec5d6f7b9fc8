import type { RowOf } from '../../../../record/record.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import type { majorIncident } from '../../major-incident/major-incident.record.ts'
import { Course } from './Course.tsx'
import { Reporting } from './Reporting.tsx'
import { Reviews } from './Reviews.tsx'
import { Updates } from './Updates.tsx'
import '../incident/incident.css'
import './major.css'

/** What matters of a major incident: what was told and when again, whom the law wants told, how it went, what was learnt. */
export function AboutMajor(props: PageProps) {
  const major = props.row as unknown as RowOf<typeof majorIncident>
  return (
    <>
      <Updates {...props} />
      <Reporting major={major} mayNote={props.row.can?.['update'] === true} />
      <Reviews row={props.row} by={{ major: major.id }} open={props.row.state !== 'stood-down'} />
      <Course id={major.id} />
    </>
  )
}
