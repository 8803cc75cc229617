/**
 * A thread that is as busy as one that compiles: it parses and drops, for as long as it is told.
 */

import { parentPort } from 'node:worker_threads'
import { flagdDefinitions, manySpecs } from '../work/specs.js'

const text = JSON.stringify(flagdDefinitions(manySpecs(500)))

parentPort?.on('message', milliseconds => {
  const end = performance.now() + milliseconds
  while (performance.now() < end) JSON.parse(text)
})
