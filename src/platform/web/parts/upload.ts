import { writeHeaders } from '../api/ask.ts'
import { problemOf, RequestProblem } from '../api/problem.ts'

/**
 * Sends one file as multipart form data and reports how far it has come, in per cent: fetch cannot. The answer's body
 * is given back as it is; the caller names its type from the generated schema.
 */
export const upload = <Answer>(
  address: string,
  file: File,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    for (const [name, value] of Object.entries(writeHeaders())) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100))
    })
    request.addEventListener('load', () =>
      request.status < 300 ? resolve(request.response) : reject(problemOf(request.status, request.response)),
    )
    const unreachable = () => reject(new RequestProblem('unavailable', 0, { service: 'Fotfeste' }))
    request.addEventListener('error', unreachable)
    request.addEventListener('abort', unreachable)
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
