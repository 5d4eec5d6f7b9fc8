import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showNumber } from '../../../../web/format/value.ts'
import type { Address } from '../../trend/trend.rules.ts'
import { behind, type Leading, type Lens, type Period } from './lens.ts'

interface FigureLinkProps {
  readonly lens: Lens
  readonly figure: Leading
  readonly period: Period
  readonly count: number
  readonly more?: Address
  /** Shown in place of the number. */
  readonly children?: ReactNode
}

/** A figure that leads to what it counts; nothing leads to nothing. */
export function FigureLink({ lens, figure, period, count, more, children }: FigureLinkProps) {
  const shown = children ?? showNumber(count)
  if (count === 0) return <span className="ts-quiet">{shown}</span>
  const list = behind(lens, figure, period, more)
  if (!list) return shown
  return (
    <Link to={list.to} search={list.search as never}>
      {shown}
    </Link>
  )
}
