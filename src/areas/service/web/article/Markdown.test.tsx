import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './Markdown.tsx'

const drawn = (text: string, pictures = {}): string =>
  renderToStaticMarkup(<Markdown text={text} pictures={pictures} />).replace(/^<div class="svc-text">|<\/div>$/g, '')

describe('a text as it is drawn', () => {
  it.each([
    ['# 标题', '<h2>标题</h2>'],
    ['**粗** 与 *斜*', '<p><strong>粗</strong> 与 <em>斜</em></p>'],
    ['- 甲\n- 乙', '<ul><li>甲</li><li>乙</li></ul>'],
    ['3. 丙', '<ol start="3"><li>丙</li></ol>'],
    ['R&D 少于 <5', '<p>R&amp;D 少于 &lt;5</p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    [
      '[手册](https://gold.example/a)',
      '<p><a href="https://gold.example/a" target="_blank" rel="noreferrer noopener">手册</a></p>',
    ],
    ['[文章](/portal)', '<p><a href="/portal">文章</a></p>'],
  ])('%j', (text, html) => {
    expect(drawn(text)).toBe(html)
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="alert(1)">b</b>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,hi)',
    '[x](//evil.example)',
    '![x](https://evil.example/track.png)',
    '![x](javascript:alert(1))',
    '| <script> |\n| --- |\n| <iframe src=//evil> |',
  ])('runs and fetches nothing: %s', (text) => {
    expect(drawn(text)).not.toMatch(/<(script|img|iframe|b |a )/i)
  })

  it('shows a picture that stands beside it, by its name', () => {
    const html = drawn('![屏幕](屏幕.png)', { '屏幕.png': '/api/articles/1/attachments/2?inline=1' })
    expect(html).toBe('<p><img src="/api/articles/1/attachments/2?inline=1" alt="屏幕" loading="lazy"/></p>')
    expect(drawn('![屏幕](另一张.png)', { '屏幕.png': '/x' })).toBe('<p><em>屏幕</em></p>')
  })
})
