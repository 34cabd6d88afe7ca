/** The mark: a slope with one step cut into it, where a foot can rest. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M3 28 V25 L11.5 20.5 V14.5 H20.5 L28.5 4.5 V28 Z" fill="#9cd8ba" />
    <path
      d="M11.5 20.5 V14.5 H20.5"
      fill="none"
      stroke="#f3b27a"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
