import { lexer, type Token, type Tokens } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'
import './article.css'

/** Files that stand beside a text, by name: `![what one sees](screen.png)` shows the picture of that name. */
export type Pictures = Readonly<Record<string, string>>

/**
 * A text as people write it for each other: Markdown, drawn from its tokens as elements. HTML in it is text, a link leads to the
 * web or into the app, and a picture is one of the record's own files.
 */
export const Markdown = ({ text, pictures = {} }: { text: string; pictures?: Pictures }) => (
  <div className="svc-text">{blocks(lexer(text), pictures)}</div>
)

const blocks = (tokens: readonly Token[] | undefined, pictures: Pictures): ReactNode[] =>
  (tokens ?? []).map((token, i) => <Fragment key={i}>{element(token as Tokens.Generic, pictures)}</Fragment>)

/** Headings begin below the page's own. */
const heading = (depth: number): string => `h${Math.min(depth + 1, 6)}`

function element(token: Tokens.Generic, pictures: Pictures): ReactNode {
  const inner = () => blocks(token.tokens, pictures)
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading':
      return createElement(heading(token['depth']), null, inner())
    case 'paragraph':
      return <p>{inner()}</p>
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{token['text']}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'list':
      return createElement(
        token['ordered'] ? 'ol' : 'ul',
        token['ordered'] && token['start'] !== 1 ? { start: token['start'] } : null,
        blocks(token['items'], pictures),
      )
    case 'list_item':
      return <li>{inner()}</li>
    case 'table':
      return <Table table={token as Tokens.Table} pictures={pictures} />
    case 'strong':
      return <strong>{inner()}</strong>
    case 'em':
      return <em>{inner()}</em>
    case 'del':
      return <del>{inner()}</del>
    case 'codespan':
      return <code>{token['text']}</code>
    case 'br':
      return <br />
    case 'link':
      return <Leading href={token['href']}>{inner()}</Leading>
    case 'image':
      return <Picture name={token['href']} alt={token['text']} pictures={pictures} />
    case 'checkbox':
      return <input type="checkbox" checked={token['checked'] === true} readOnly disabled />
    case 'text':
      return token.tokens ? inner() : token['text']
    case 'escape':
      return token['text']
    default:
      return token.raw
  }
}

function Table({ table: { header, rows, align }, pictures }: { table: Tokens.Table; pictures: Pictures }) {
  const cells = (row: readonly Tokens.TableCell[], of: 'th' | 'td') =>
    row.map((cell, i) =>
      createElement(of, { key: i, style: { textAlign: align[i] ?? undefined } }, blocks(cell.tokens, pictures)),
    )
  return (
    <div className="svc-table">
      <table>
        <thead>
          <tr>{cells(header, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a link may lead to; anything else stays the words it was. */
const leads = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i

const Leading = ({ href, children }: { href: string; children: ReactNode }) => {
  if (!leads.test(href)) return children
  return /^https?:/i.test(href) ? (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ) : (
    <a href={href}>{children}</a>
  )
}

function Picture({ name, alt, pictures }: { name: string; alt: string; pictures: Pictures }) {
  const address = Object.hasOwn(pictures, decoded(name)) ? pictures[decoded(name)] : undefined
  return address ? <img src={address} alt={alt} loading="lazy" /> : <em>{alt || name}</em>
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
