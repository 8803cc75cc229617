// pages.md and docs/explain.md: what they show is what comes out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { formatExplanation } from '../../src/explain/format.ts'
import { type EvaluationContext, type Explanation, Sluice } from '../../src/index.ts'
import { cli } from '../cli/helpers.ts'

const ROOT = join(import.meta.dirname, '../..')
const EXAMPLE = join(ROOT, 'examples/sluice.yaml')

interface Page {
  readonly title: string
  readonly config: object
  readonly flag: string
  readonly context: EvaluationContext
  readonly expected: string
}

/** How many instructions a rule compiles to may change; what it says may not. */
function withoutSteps(page: string): string {
  return page.replace(/^( {2}steps {4})\d+ of at most \d+$/m, '$1… of at most …')
}

function blocksOf(markdown: string): Record<string, string> {
  const fences = markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)
  return Object.fromEntries([...fences].map(([, language, text]) => [language, text!.trimEnd()]))
}

function pages(): Page[] {
  const text = readFileSync(join(import.meta.dirname, 'pages.md'), 'utf8')
  const example = readFileSync(EXAMPLE, 'utf8')
  return text
    .split(/^## /m)
    .slice(1)
    .map(section => {
      const { yaml = example, json, text: expected } = blocksOf(section)
      const { flag, context } = JSON.parse(json!) as { flag: string; context: EvaluationContext }
      const title = section.slice(0, section.indexOf('\n'))
      return { title, config: parse(yaml) as object, flag, context, expected: expected! }
    })
}

describe('pages.md', () => {
  const open: Sluice[] = []
  afterAll(() => {
    for (const sluice of open) sluice.close()
  })

  it.each(pages())('$title', async ({ config, flag, context, expected }) => {
    const sluice = await Sluice.open(config, { shared: false })
    open.push(sluice)
    const explanation = sluice.flag(flag).explain(context)
    expect(withoutSteps(formatExplanation(explanation))).toBe(withoutSteps(expected))
    // What went through JSON reads the same.
    const parsed = JSON.parse(JSON.stringify(explanation)) as Explanation
    expect(formatExplanation(parsed)).toBe(formatExplanation(explanation))
  })
})

describe('docs/explain.md', () => {
  const text = readFileSync(join(ROOT, 'docs/explain.md'), 'utf8')
  const examples = [
    ...text.matchAll(/```sh\n(sluice .*)\n```\n[^`]*```(text|json)\n([\s\S]*?)\n```/g),
  ]

  it.each(examples.map(([, line, kind, shown]) => ({ line: line!, kind, shown: shown! })))(
    '$line',
    async ({ line, kind, shown }) => {
      const [, ...args] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
        ([, quoted, word]) => quoted ?? word!,
      )
      const { out } = await cli(
        args.map(word => (word === 'examples/sluice.yaml' ? EXAMPLE : word)),
      )
      if (kind === 'text') return expect(withoutSteps(out)).toBe(withoutSteps(shown))
      const [actual, expected] = [out, shown].map(json => JSON.parse(json) as Explanation)
      expect({ ...actual, steps: 0, stepsMax: 0 }).toEqual({ ...expected, steps: 0, stepsMax: 0 })
    },
  )

  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3)
  })

  it('names every property of an explanation', async () => {
    const sluice = await Sluice.open(EXAMPLE, { shared: false, watch: false })
    const properties = Object.keys(sluice.flag('label-editor').explain({}))
    sluice.close()
    for (const property of properties) expect(text).toContain(`\`${property}\``)
  })
})
