/** Codes with which PostgreSQL gives up one of several transactions that stood in each other's way. */
const inTheWay = ['40P01', '40001']

/** Does a transaction again, a few times, when the database gave it up for another one. Others' errors pass through. */
export async function retrying<T>(work: () => Promise<T>, times = 4): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left <= 1 || !inTheWay.includes((error as { code?: string }).code ?? '')) throw error
    }
  }
}
