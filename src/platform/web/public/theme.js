// Before the first paint: the theme and language chosen last, so that the page never flashes. A file of its own
// because the content security policy forbids inline scripts.
;(() => {
  let theme = 'system'
  try {
    theme = localStorage.getItem('fotfeste.theme') || 'system'
    document.documentElement.lang = localStorage.getItem('fotfeste.locale') || 'nb'
  } catch {
    // Storage may be forbidden; the system's choice is then the answer.
  }
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.add(dark ? 'dark' : 'light')
})()
