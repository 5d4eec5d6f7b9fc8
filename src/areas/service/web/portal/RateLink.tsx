import { StarOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../web/shell/lang.tsx'
import { portalWords as words } from './words.ts'

/** To where this one person rates what was done. */
export function RateLink({ number }: { number: string }) {
  const say = useSay()
  return (
    <Link to={`/survey-answers/${number}`} className="svc-tell">
      <StarOutlined /> {say(words.rate)}
    </Link>
  )
}
