/** Points along the longer side: enough to read a display by, and small enough for a weak network. */
const mostAcross = 1_600

/** A photo made smaller; as it is where the browser cannot read it. */
export async function smaller(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (!picture) return photo
  const scale = Math.min(1, mostAcross / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((made) => resolve(made ?? photo), 'image/jpeg', 0.8))
}
