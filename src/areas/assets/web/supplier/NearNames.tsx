import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useList } from '../../../../web/client/hooks.ts'
import type { FormProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { supplier } from '../../supplier/supplier.record.ts'
import { supplierScreenWords as words } from './words.ts'

/** Of a name being typed: who is registered already under one like it. */
export function NearNames({ row, values }: FormProps) {
  const name = String(values['name'] ?? '').trim()
  const typed = name.length >= 2 && name !== row?.['name']
  return typed ? <Near name={name} own={row?.id} /> : null
}

function Near({ name, own }: { name: string; own: string | undefined }) {
  const say = useSay()
  const { data } = useList(supplier, { q: name, limit: '6' })
  const others = data?.pages[0]?.items.filter(({ id }) => id !== own) ?? []
  if (others.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      className="ts-gap"
      title={
        <>
          {say(words.near)}{' '}
          {others.map(({ id, number, name: other }, n) => (
            <span key={id}>
              {n > 0 && ', '}
              <Link to={`/suppliers/${number}`}>{other}</Link>
            </span>
          ))}
        </>
      }
    />
  )
}
