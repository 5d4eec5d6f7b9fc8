import type { ComponentType } from 'react'
import type { FieldProps } from '../../../../web/plugin.ts'
import { moneyText } from '../../money.rules.ts'

/** A field in yuan, with its fen: `78,874.00`. */
export const moneyOf =
  (field: string): ComponentType<FieldProps> =>
  ({ row }) => <span className="ts-figures">{moneyText(Number(row[field]))}</span>
