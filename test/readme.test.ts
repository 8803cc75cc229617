// The README cannot rot: every curl line and every command in it is run against the built package, in
// the order in which they stand, and must answer what stands below it; every link must lead somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, Program, ROOT, start } from './examples/helpers.ts'

interface Block {
  language: string
  text: string
}

function blocksOf(markdown: string): Block[] {
  const fences = markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)
  return [...fences].map(([, language = '', text = '']) => ({ language, text: text.trimEnd() }))
}

const blocks = blocksOf(readFileSync(join(ROOT, 'README.md'), 'utf8'))

/** Every `sh` block that starts with `prefix`, with the block below it. */
function commands(prefix: string): [string, string][] {
  return blocks.flatMap(({ language, text }, index): [string, string][] =>
    language === 'sh' && text.startsWith(prefix) ? [[text, blocks[index + 1]?.text ?? '']] : [],
  )
}

/** The words of a shell line, as far as the README goes: single quotes, and lines that go on. */
function words(line: string): string[] {
  const found = line.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|([^\s']+)/g)
  return [...found].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

/** What curl would print, headers included with -i. */
async function curl(line: string, origin: string): Promise<string> {
  const [, ...rest] = words(line)
  const headers = new Headers()
  let url = ''
  let body: string | undefined
  let withHead = false
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-s' || word === '-si') withHead = word === '-si'
    else if (word === '-d') body = rest.shift()
    else if (word === '-H') {
      const [, name = '', value = ''] = /^(.+?): (.*)$/.exec(rest.shift() ?? '') ?? []
      headers.set(name, value)
    } else if (url === '') url = word
    else throw new Error(`this test does not know what curl does with ${word}`)
  }
  expect(url).toMatch(/^localhost:8080\//)
  const answer = await fetch(url.replace('localhost:8080', origin), {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  if (!withHead) return text
  const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${answer.status} ${answer.statusText}`, ...lines, '', text].join('\n')
}

// What counts down between two lines: the README rounds it, and it may have run 9 s on.
const COUNTDOWN = /"(resetMs|retryMs)":(\d+(?:\.\d+)?)/g
const countdowns = (text: string): number[] =>
  [...text.matchAll(COUNTDOWN)].map(([, , ms]) => Number(ms))
const withoutCountdowns = (text: string): string => text.replaceAll(COUNTDOWN, '"$1":0')

function expectAnswer(actual: string, expected: string): void {
  const [expectedHead, expectedBody] = split(expected)
  const [actualHead, actualBody] = split(actual)
  for (const line of expectedHead) {
    // Seconds that count down as well.
    if (line.startsWith('retry-after: '))
      expect(actualHead.join('\n')).toMatch(/^retry-after: \d+$/m)
    else expect(actualHead).toContain(line)
  }
  // `…` stands for what is left out.
  const parts = withoutCountdowns(expectedBody).split('…').map(escapeRegExp)
  expect(withoutCountdowns(actualBody)).toMatch(new RegExp(`^${parts.join('[^]*')}$`))
  const found = countdowns(actualBody)
  countdowns(expectedBody).forEach((ms, index) => {
    // A multiple of 1,000 stands for a bucket that nobody has waited for: it is exact.
    if (ms % 1000 === 0) expect(found[index]).toBe(ms)
    else expect(Math.abs(found[index]! - ms)).toBeLessThan(9_000)
  })
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function split(text: string): [string[], string] {
  if (!text.startsWith('HTTP/1.1 ')) return [[], text]
  const [head = '', ...body] = text.split('\n\n')
  return [head.split('\n'), body.join('\n\n')]
}

describe("the README's curl lines", () => {
  let server: Program
  let origin = ''

  beforeAll(async () => {
    server = new Program([MAIN, 'serve', 'examples/sluice.yaml', '--port', '0'])
    origin = (await server.until(/listens on (http:\/\/\S+)/))[1]!
  })
  afterAll(async () => {
    expect(await server.stop()).toBe(0)
  })

  // In order: the second take is refused because of the first.
  it.each(commands('curl '))('%s', async (line, expected) => {
    expectAnswer(await curl(line, origin), expected)
  })

  it('are all found, and each has an answer', () => {
    const found = commands('curl ')
    expect(found.length).toBeGreaterThanOrEqual(15)
    for (const [, expected] of found) expect(expected).toMatch(/^(HTTP|\{)/)
  })
})

describe("the README's commands", () => {
  it.each(commands('node '))('%s', async (line, expected) => {
    const [, ...args] = words(line)
    const program = start(args)
    expect(await program.code()).toBe(0)
    expect(program.out.trimEnd()).toBe(expected)
  })

  it('names scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(scripts).toMatchObject({
      start: 'node dist/src/cli/main.js serve examples/sluice.yaml',
      test: expect.any(String),
    })
  })
})

describe("the README's code", () => {
  const snippets = blocks.filter(
    ({ language, text }) => language === 'js' && text.includes('console.log'),
  )

  it.each(snippets)('prints what stands beside it', async ({ text }) => {
    const expected = [...text.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, line]) => line)
    const program = start(['--input-type=module', '--eval', text])
    expect([await program.code(), program.err]).toEqual([0, ''])
    expect(program.out.trimEnd().split('\n')).toEqual(expected)
  })

  it('has a config that opens', async () => {
    const { check } = await import('../src/index.ts')
    const { parse } = await import('yaml')
    const configs = blocks.filter(({ language }) => language === 'yaml')
    expect(configs).toHaveLength(1)
    expect(await check(parse(configs[0]!.text))).toMatchObject({ problems: [] })
  })
})

describe('links', () => {
  const pages = [
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md'],
    ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      .map(name => `docs/${name}`),
  ]

  it.each(pages)('of %s lead to files and headings', page => {
    const markdown = readFileSync(join(ROOT, page), 'utf8')
    for (const [, target = ''] of markdown.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path = '', heading] = target.split('#')
      const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
      expect([target, existsSync(file)]).toEqual([target, true])
      if (heading !== undefined) expect(headingsOf(file)).toContain(heading)
    }
  })
})

function headingsOf(file: string): string[] {
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}
