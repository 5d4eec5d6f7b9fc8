import { Modal } from 'antd'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'

/** Asks before what was typed is lost. */
export function Leaving({ stay, leave }: { stay: () => void; leave: () => void }) {
  const say = useSay()
  return (
    <Modal open onCancel={stay} onOk={leave} okText={say(words.leave)} cancelText={say(words.stay)}>
      {say(words.unsaved)}
    </Modal>
  )
}
