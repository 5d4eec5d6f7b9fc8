import { PrinterOutlined } from '@ant-design/icons'
import { Button, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { type Query, queryString } from '../../../../web/client/api.ts'
import type { ChosenProps, PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type Code, codes, placesOn, type StockCode, stockCodes, stocks } from '../../label/label.rules.ts'
import { codeWords, placeWords, labelWords as words } from './words.ts'
import './label.css'

/** Labels of the rows that are chosen in the list. */
export function LabelsOfChosen({ selection, query }: ChosenProps) {
  const chosen = selection.all ? query : { ids: [...selection.ids].join(',') }
  return <LabelsButton of={chosen} isDisabled={!selection.all && selection.ids.size > mostNamed} />
}

/** At the side of an asset's page: its own label. */
export function LabelOfOne({ row }: PageProps) {
  return (
    <div>
      <LabelsButton of={{ ids: row.id }} />
    </div>
  )
}

/** Rows chosen by hand stand in the address, and an address is only so long. */
const mostNamed = 200

function LabelsButton({ of, isDisabled = false }: { of: Query; isDisabled?: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon={<PrinterOutlined />} disabled={isDisabled} onClick={() => setOpen(true)}>
        {say(words.print)}
      </Button>
      {open && <LabelForm of={of} close={() => setOpen(false)} />}
    </>
  )
}

function LabelForm({ of, close }: { of: Query; close: () => void }) {
  const say = useSay()
  const [stock, setStock] = useState<StockCode>('a4-24')
  const [code, setCode] = useState<Code>('both')
  const [start, setStart] = useState(1)
  const { rows, columns } = stocks[stock]
  const first = Math.min(start, placesOn(stocks[stock]))
  const address = `/api/assets/labels${queryString({ ...of, stock, code, start: String(first) })}`
  return (
    <Modal
      open
      title={say(words.print)}
      onCancel={close}
      footer={
        <Button type="primary" icon={<PrinterOutlined />} href={address} download onClick={close}>
          {say(words.download)}
        </Button>
      }
    >
      <div className="ast-labels">
        <span>{say(words.stock)}</span>
        <Select
          value={stock}
          onChange={setStock}
          aria-label={say(words.stock)}
          options={stockCodes.map((value) => ({ value, label: say(stocks[value].words) }))}
        />
        <span>{say(words.code)}</span>
        <Segmented
          value={code}
          onChange={setCode}
          options={codes.map((value) => ({ value, label: say(codeWords[value]) }))}
        />
        {rows * columns > 1 && (
          <>
            <span>{say(words.start)}</span>
            <div>
              <div className="ast-sheet" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
                {Array.from({ length: rows * columns }, (_, i) => i + 1).map((n) => (
                  <button
                    key={n}
                    type="button"
                    className={n < first ? 'is-used' : ''}
                    aria-label={say(placeWords(n))}
                    aria-pressed={n === first}
                    onClick={() => setStart(n)}
                  >
                    {n}
                  </button>
                ))}
              </div>
              <p className="ts-quiet">{say(words.startHint)}</p>
            </div>
          </>
        )}
      </div>
      <p className="ts-quiet">{say(words.actual)}</p>
    </Modal>
  )
}
