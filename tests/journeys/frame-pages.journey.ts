import { withApplication } from './support.ts'
import { sweep } from './sweep.ts'

withApplication()

sweep('the pages of the frame', [
  ...['/login', '/accessibility', '/privacy', '/about', '/no-such-page'].map((at) => ({ role: null, at })),
  ...['/', '/notifications', '/exports', '/search?q=frist', '/preferences', '/test-inbox'].map((at) => ({
    role: 'controller' as const,
    at,
  })),
])
