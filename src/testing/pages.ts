import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** A fenced block of a page: its language, what stands behind that, and its text. */
export interface Block {
  readonly lang: string
  readonly name: string
  readonly text: string
}

/** The fenced blocks of a page of docs/, in order: so that what a page shows is run as it stands. */
export async function blocksOf(page: string): Promise<Block[]> {
  const text = await readFile(fileURLToPath(new URL(`../../docs/${page}`, import.meta.url)), 'utf8')
  return [...text.matchAll(/^```(\w+)[ ]?(.*)\n([\s\S]*?)^```$/gm)].map(([, lang = '', name = '', text = '']) => ({
    lang,
    name,
    text,
  }))
}
