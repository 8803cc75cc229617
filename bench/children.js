/**
 * Processes of their own: each work runs in one, so that what the compiler and the collector learnt
 * in one work is not in the way of the next; and where a work is about a start or about memory, each
 * system does.
 */

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Runs a program of child/ and waits for the one answer that it gives.
 * @param {string} file
 * @param {unknown} question
 * @returns {Promise<any>}
 */
export function askChild(file, question) {
  const path = fileURLToPath(new URL(`child/${file}`, import.meta.url))
  const child = fork(path, [JSON.stringify(question)], { execArgv: ['--expose-gc'] })
  return new Promise((resolve, reject) => {
    /** @type {unknown} */
    let answer
    child.on('message', message => {
      answer = message
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0 && answer !== undefined) resolve(answer)
      else reject(new Error(`bench/child/${file} ended with ${signal ?? code}`))
    })
  })
}

/** What the parent asked; in a child. */
export function question() {
  return JSON.parse(process.argv[2] ?? 'null')
}

/**
 * Answers the parent and ends the process; without a parent it prints.
 * @param {unknown} value
 */
export function answer(value) {
  if (process.send) process.send(value, () => process.exit(0))
  else {
    console.log(JSON.stringify(value, null, 2))
    process.exit(0)
  }
}

/**
 * A B C A B C: so many processes for each name, one at a time. Each pass starts with another name.
 * @template Answer
 * @param {string[]} names
 * @param {number} processes
 * @param {(name: string, pass: number) => Promise<Answer>} ask
 * @returns {Promise<Map<string, Answer[]>>}
 */
export async function alternate(names, processes, ask) {
  /** @type {Map<string, Answer[]>} */
  const answers = new Map(names.map(name => [name, []]))
  for (let pass = 0; pass < processes; pass++) {
    const first = pass % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      answers.get(name)?.push(await ask(name, pass))
    }
  }
  return answers
}
