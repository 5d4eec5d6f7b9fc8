import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { Problem } from '../client/problem.ts'
import { words } from '../words.ts'
import { useSay } from './lang.tsx'

/** What a person reads of a failed request. */
export function useProblemText(): (problem: unknown) => string {
  const say = useSay()
  return (problem) => {
    if (!(problem instanceof Problem)) return say(words.brokenHint)
    if (problem.code === 'offline') return say(words.offline)
    return problem.detail || `${say(words.unreadable)} (${problem.status})`
  }
}

/** A part of a screen that did not load: what happened, and a way to try again. */
export function LoadFailed({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useSay()
  const text = useProblemText()
  if (error instanceof Problem && error.status === 404) return <NotFound />
  const requestId = error instanceof Problem ? error.requestId : undefined
  return (
    <Notice
      title={say(words.loadFailed)}
      action={
        <Button type="primary" onClick={retry ?? (() => location.reload())}>
          {say(retry ? words.retry : words.reload)}
        </Button>
      }
    >
      {text(error)}
      {requestId && <div className="ts-quiet">{`${say(words.requestId)} ${requestId}`}</div>}
      {!(error instanceof Problem) && error instanceof Error && <pre className="ts-broken">{error.message}</pre>}
    </Notice>
  )
}

export function NotFound() {
  const say = useSay()
  return (
    <Notice title={say(words.notFound)} action={<Button href="/">{say(words.home)}</Button>}>
      {say(words.notFoundHint)}
    </Notice>
  )
}

const Notice = ({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) => (
  <div className="ts-notice" role="status">
    <ExclamationCircleOutlined />
    <h2>{title}</h2>
    <div>{children}</div>
    {action}
  </div>
)

/** Catches what a screen throws, so that the frame and its menu stay. `at` is the address: another one starts anew. */
export class Boundary extends Component<{ at: string; children: ReactNode }, { error: unknown; at: string }> {
  override state = { error: undefined as unknown, at: this.props.at }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  static getDerivedStateFromProps(props: { at: string }, state: { at: string }) {
    return props.at === state.at ? null : { error: undefined, at: props.at }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <LoadFailed error={this.state.error} />
  }
}
