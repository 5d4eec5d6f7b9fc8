/** Beyond this many bytes of UTF-8 no common file system keeps a name. */
const mostBytes = 200

/** Control characters, and those that turn or hide what follows them: `photo‮gnp.exe` reads as a picture and is none. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
/** Names that Windows takes for devices, whatever follows the dot. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(\.|$))/i

/**
 * A name as a person may keep it: the last part of a path, without what nobody sees, without what a file system takes for
 * something else, its ending kept when it is cut. It is for people; bytes are never found by it.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const named = plain === '' ? 'file' : plain.replace(device, '_$1')
  return shortened(named)
}

function shortened(name: string): string {
  if (bytesOf(name) <= mostBytes) return name
  const ending = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? ''
  const letters = [...name.slice(0, name.length - ending.length)]
  while (bytesOf(letters.join('') + ending) > mostBytes) letters.pop()
  return letters.join('').trimEnd() + ending
}

const bytesOf = (text: string): number => Buffer.byteLength(text)

/**
 * `Content-Disposition` for a name (RFC 6266): plain letters for old readers, and the whole name as RFC 5987 says it.
 */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`
}
