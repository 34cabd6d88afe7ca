import type { Random } from './random.ts'

/** The line between the parts of our form data; fixed, so that a request can be repeated as it was. */
const boundary = 'fotfeste-fuzz'
/** Its content type. */
export const formType = `multipart/form-data; boundary=${boundary}`

const part = (disposition: string, bytes: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: text/plain\r\n\r\n${bytes}\r\n`

const end = `--${boundary}--\r\n`

/** Form data with one file. */
export const fileForm = (name: string, bytes: string): string =>
  `${part(`name="file"; filename="${name}"`, bytes)}${end}`

/** Form data that something may stumble on. */
export const hostileForm = (random: Random): string => {
  const file = part('name="file"; filename="brev.txt"', 'tekst')
  return random.pick([
    '',
    end,
    `${file}`,
    file.slice(0, -20),
    `--${boundary}`,
    `--${boundary}\r\n\r\n`,
    `${file}${file}${end}`,
    `${part('name="file"', 'bare et felt')}${end}`,
    `${part('name="__proto__"', 'x')}${end}`,
    `${part('name="a"', 'x').repeat(30)}${end}`,
    `${part('name="file"; filename=""', 'x')}${end}`,
    `${part('name="file"; filename="tom.txt"', '')}${end}`,
    `${part('filename="uten-navn.txt"', 'x')}${end}`,
    `--${boundary}\r\ncontent-type: text/plain\r\n\r\nuten overskrift\r\n${end}`,
    `--${boundary}\r\n${'x: y\r\n'.repeat(3_000)}\r\n\r\n${end}`,
    fileForm('../../../etc/passwd', 'x'),
    fileForm('a\u0000b.txt', 'x'),
    fileForm('😀.pdf', '%PDF-1.7\n1 0 obj'),
    fileForm(`${'ø'.repeat(1_000)}.docx`, 'PK\u0003\u0004'),
    fileForm('side.html', '<script>alert(1)</script>'),
    fileForm('binært.txt', '\u0000\u0001\u0002\ud800'),
    fileForm("x'; filename*=UTF-8''%FF%FE.txt", 'x'),
    'a'.repeat(10_000),
  ])
}
