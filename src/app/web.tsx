import '../platform/web/styles/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startWeb } from '../platform/web/start.tsx'
import { makeRouter, modules } from './routes.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const page = await startWeb(modules, makeRouter)
createRoot(root).render(<StrictMode>{page}</StrictMode>)
