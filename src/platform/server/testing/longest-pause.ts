/**
 * Does `work`, and gives with its value the longest time in milliseconds in which this process could answer nobody
 * meanwhile.
 */
export const longestPause = async <T>(work: () => Promise<T>): Promise<{ value: T; pause: number }> => {
  let last = performance.now()
  let pause = 0
  const look = () => {
    const now = performance.now()
    pause = Math.max(pause, now - last)
    last = now
  }
  const timer = setInterval(look, 2)
  try {
    const value = await work()
    look()
    return { value, pause }
  } finally {
    clearInterval(timer)
  }
}
