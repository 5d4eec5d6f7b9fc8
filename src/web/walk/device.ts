/** How a person would call this device: `Android · Chrome`. */
export function deviceName(agent: string = navigator.userAgent): string {
  const found = (names: readonly (readonly [RegExp, string])[]) => names.find(([form]) => form.test(agent))?.[1]
  const system = found([
    [/Android/, 'Android'],
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  const browser = found([
    [/MicroMessenger/, 'WeChat'],
    [/Edg\//, 'Edge'],
    [/Firefox/, 'Firefox'],
    [/Chrome/, 'Chrome'],
    [/Safari/, 'Safari'],
  ])
  return [system, browser].filter(Boolean).join(' · ') || 'browser'
}

/** A short sound and a touch, so that one need not look: high for what is right, low for what is not. */
export function signal(isRight: boolean): void {
  navigator.vibrate?.(isRight ? 60 : [80, 60, 80])
  try {
    const context = new AudioContext()
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = isRight ? 880 : 330
    volume.gain.value = 0.08
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + (isRight ? 0.09 : 0.25))
    tone.onended = () => void context.close()
  } catch {
    // A device without sound.
  }
}
