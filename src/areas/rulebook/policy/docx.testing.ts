/** A word processor's file of these parts, packed as it packs them but for squeezing. */
export function docxOf(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [path, text] of Object.entries(parts)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)]
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(bytes.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(name.length)
    const head = Buffer.concat([Buffer.alloc(10), sizes, lengths])
    files.push(marked(0x04034b50, head), name, bytes)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    entries.push(marked(0x02014b50, Buffer.concat([Buffer.alloc(12), sizes, lengths, place])), name)
    at += 30 + name.length + bytes.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  const count = Object.keys(parts).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, directory, marked(0x06054b50, end)])
}

function marked(mark: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(mark)
  return Buffer.concat([head, rest])
}

const word = (name: string, inside: string) =>
  `<?xml version="1.0"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`

const level = (n: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`

/** A document whose numbers the word processor draws: articles by a style, their parts by a list; with a tracked change. */
export const numberedDocx = (): Buffer =>
  docxOf({
    'word/document.xml': word(
      'document',
      `<w:body>
      <w:p><w:r><w:t>口令管理办法</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="article"/></w:pPr><w:r><w:t>口令</w:t></w:r><w:r><w:t>不外借。</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="article"/></w:pPr><w:r><w:t>口令应当</w:t></w:r><w:del><w:r><w:delText>经常</w:delText></w:r></w:del><w:r><w:t>更换:</w:t></w:r></w:p>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>入职时;</w:t></w:r></w:p>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>泄露时。</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="article"/></w:pPr><w:r><w:t>违者处理。</w:t></w:r></w:p></w:body>`,
    ),
    'word/numbering.xml': word(
      'numbering',
      `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'chineseCounting', '(%2)')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`,
    ),
    'word/styles.xml': word(
      'styles',
      '<w:style w:styleId="article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    ),
  })
