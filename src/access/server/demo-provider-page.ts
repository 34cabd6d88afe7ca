import { createHash } from 'node:crypto'

const style = `
body{font:18px/1.5 "Source Sans 3",system-ui,sans-serif;margin:0;background:#f3f5f2;color:#17251d}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.75rem;margin:0 0 .5rem}
ul{list-style:none;padding:0;display:grid;gap:.5rem}
form{margin:0}
button{font:inherit;width:100%;text-align:left;padding:.75rem 1rem;border:1px solid #5b6f63;border-radius:.5rem;background:#fff;color:inherit;cursor:pointer}
button:hover,button:focus-visible{border-color:#1d5b3d;outline:3px solid #1d5b3d;outline-offset:1px}
button span{display:block;color:#45564c}
.plain{width:auto;background:none}
.mark{color:#45564c}
@media (prefers-color-scheme:dark){body{background:#121b16;color:#edf2ee}button{background:#1b2720;border-color:#8ba395}
button span,.mark{color:#b9c8be}button:hover,button:focus-visible{border-color:#8fd3ad;outline-color:#8fd3ad}}
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing but our own style and forms: the page works without JavaScript and runs none. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

const htmlText = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const page = (title: string, content: string): string => `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${htmlText(title)} – demoinnlogging</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="mark">Demoinnlogging i Fotfeste</p>
<h1>${htmlText(title)}</h1>
${content}
</main>
</body>
</html>
`

/** Someone to choose on the login page. */
export interface LoginChoice {
  readonly subject: string
  readonly name: string
  /** Role and organisation in Norwegian. */
  readonly what: string
}

/** The demo provider's login page: choose who to be. */
export const loginPage = (action: string, choices: readonly LoginChoice[]): string =>
  page(
    'Hvem vil du logge inn som?',
    `<p>Dette er en innlogging for demonstrasjon. Personene er oppdiktet, og ingen trenger passord.</p>
<form method="post" action="${htmlText(action)}">
<ul>
${choices
  .map(
    (choice) =>
      `<li><button name="user" value="${htmlText(choice.subject)}"><strong>${htmlText(choice.name)}</strong><span>${htmlText(choice.what)}</span></button></li>`,
  )
  .join('\n')}
</ul>
<p><button class="plain" name="cancel" value="yes">Avbryt</button></p>
</form>`,
  )

/** Asks whether to log out at the provider too; `form` is the provider's own form, to be sent by our button. */
export const logoutPage = (form: string): string =>
  page(
    'Logge ut av demoinnloggingen også?',
    `<p>Du er logget ut av Fotfeste.</p>
${form}
<ul>
<li><button form="op.logoutForm" name="logout" value="yes">Logg ut</button></li>
<li><button form="op.logoutForm">Behold innloggingen</button></li>
</ul>`,
  )

/** Says what went wrong, in words that tell nothing of the inside. */
export const failurePage = (): string =>
  page('Innloggingen stoppet', '<p>Lenken er brukt eller for gammel. <a href="/login">Begynn på nytt</a>.</p>')

/** After a logout that nobody asked to come back from. */
export const loggedOutPage = (): string => page('Du er logget ut', '<p><a href="/">Til Fotfeste</a></p>')
