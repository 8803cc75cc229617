// The library: open a config, ask flags, take from a limit, close.
//   node examples/library.js
import { Sluice } from 'sluice'

const config = `${import.meta.dirname}/sluice.yaml`
const sluice = await Sluice.open(config, { watch: false })

// Handles: make them once and keep them. They survive reloads.
const editor = sluice.flag('label-editor')
const upload = sluice.flag('upload-limit-mb')
const login = sluice.limit('login')

const ada = { targetingKey: 'user-1', email: 'ada@parcelo.example', plan: 'enterprise' }
console.log('editor', editor.boolean(ada, false))
console.log('upload', upload.number(ada, 1), 'MB')

// The whole answer. It never throws for what a context or a rule holds.
const { variant, reason } = editor.evaluate({ targetingKey: 'user-2' })
console.log('details', variant, reason)

// All or nothing: five are there, so the sixth is refused, and takes nothing.
const answers = Array.from({ length: 6 }, () => login.take('ada@parcelo.example').allowed)
console.log('logins', answers.join(' '))
console.log('again in', Math.ceil(login.peek('ada@parcelo.example').retryMs / 1000), 's')

sluice.close()
