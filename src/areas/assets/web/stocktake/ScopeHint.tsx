import { Alert } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import { stocktakingWords as words } from './words.ts'

/** Above the form of a stocktake: how its scope is read. */
export const ScopeHint = () => <Alert type="info" showIcon title={useSay()(words.scopeHint)} />
