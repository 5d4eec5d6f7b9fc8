import { FullscreenOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Card, Grid } from 'antd'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { Graph } from '../../../../web/graph/Graph.tsx'
import type { PageProps, Tone } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { arrowsOf, type Impact as Found, type ImpactNode, useImpact, worstOn } from './impact.ts'
import { levelWords, moreWords, assetScreenWords as words } from './words.ts'
import '../place/place.css'
import './asset.css'

const boxSize = { width: 176, height: 44 }

const healthTones: Readonly<Record<ImpactNode['components'][number]['health'], Tone>> = {
  ...{ up: 'kept', slow: 'late', down: 'broken', unknown: 'unknown', stopped: 'ended' },
}

/** On an asset's page: what stands on it and what it stands on, three steps to either side. */
export function Impact({ row }: PageProps) {
  const say = useSay()
  const { data } = useImpact(row.id)
  if (!data) return null
  const isAlone = data.nodes.length < 2
  return (
    <Card
      size="small"
      title={
        <>
          {say(words.impact)} {data.affectsTrading && <b className="is-late">{say(words.trading)}</b>}
        </>
      }
      extra={
        !isAlone && (
          <Link to={`/assets/${row.number}/impact`} aria-label={say(words.whole)} title={say(words.whole)}>
            <FullscreenOutlined />
          </Link>
        )
      }
    >
      {isAlone ? (
        <p className="ts-quiet">{say(words.alone)}</p>
      ) : (
        <>
          <p className="ts-quiet">{say(words.impactHint)}</p>
          <ImpactPicture impact={data} inline />
        </>
      )}
    </Card>
  )
}

/** As a graph, or level by level where a screen is too narrow for one. */
export function ImpactPicture({ impact, inline = false }: { impact: Found; inline?: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().md ?? true
  const open = (number: string) => void navigate({ to: `/assets/${number}` })
  if (!wide) return <ByLevel impact={impact} open={open} />
  return (
    <>
      <div className={inline ? 'ast-impact is-inline' : 'ast-impact'}>
        <Graph
          label={say(words.impact)}
          direction="RIGHT"
          boxes={impact.nodes.map((node) => ({ ...node, ...boxSize }))}
          arrows={arrowsOf(impact)}
          draw={(node) => <Box node={node} onOpen={() => open(node.number)} />}
          focus={impact.nodes.find(({ level }) => level === 0)?.id}
          inline={inline}
        />
      </div>
      <More impact={impact} />
    </>
  )
}

function More({ impact }: { impact: Found }) {
  const say = useSay()
  if (impact.more.length === 0) return null
  return (
    <p className="ts-quiet ast-more">
      {impact.more.map(({ level, count, atLeast }) => (
        <span key={level}>
          {say(levelWords(level))}: {say(moreWords(count, atLeast))}
        </span>
      ))}
    </p>
  )
}

function Box({ node, onOpen }: { node: ImpactNode; onOpen: () => void }) {
  const say = useSay()
  const lang = useLang()
  const { areas } = useParts()
  const entry = useEntry('asset')
  const health = worstOn(node)
  const tone = health ? healthTones[health] : (toneOf(areas, entry, 'state', node.state) ?? 'progress')
  const carries = node.components.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')
  return (
    <button
      type="button"
      className={`ts-node is-${tone} ${node.level === 0 ? 'is-chosen' : ''}`}
      onClick={onOpen}
      title={[node.tag, node.name, carries].filter(Boolean).join(' · ')}
    >
      <span className="ts-node-line">
        <span className="ts-node-name">{node.name}</span>
      </span>
      <span className="ts-node-line">
        <span className="ts-quiet">{lang === 'zh' ? node.category : node.categoryEn}</span>
        <span className={`ts-state is-rest is-${tone}`}>
          {health ? (
            <>
              <ToneMark tone={tone} />
              <span className="ast-carries">{carries}</span>
            </>
          ) : (
            node.state !== 'in-use' && say(entry.words.states[node.state] ?? [node.state, node.state])
          )}
        </span>
      </span>
    </button>
  )
}

function ByLevel({ impact, open }: { impact: Found; open: (number: string) => void }) {
  const say = useSay()
  const levels = [...new Set(impact.nodes.map(({ level }) => level))].filter((level) => level !== 0)
  levels.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
  return (
    <>
      {levels.map((level) => (
        <div key={level} className="ast-level">
          <h3 className="ast-h">{say(levelWords(level))}</h3>
          {impact.nodes
            .filter((node) => node.level === level)
            .map((node) => (
              <Box key={node.id} node={node} onOpen={() => open(node.number)} />
            ))}
        </div>
      ))}
      <More impact={impact} />
    </>
  )
}
