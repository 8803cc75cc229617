// A decision in words, a line for each thing that it says.
import type { DecisionAnswer, ExplainedStep } from '../gate/types.ts'

const LABEL_LENGTH = 11

/** The decision, what is empty left out. */
export function formatDecision(decision: DecisionAnswer): string {
  const { allow, code, status, detail, retryMs, principal, plan } = decision
  const lines = [
    line('decision', `${allow ? 'allow' : 'deny'} (${status})`),
    line('code', detail === null ? code : `${code}: ${detail}`),
  ]
  if (!allow && retryMs !== null) lines.push(line('retry', `in ${Math.ceil(retryMs)} ms`))
  if (principal.type !== 'none') {
    const { type, id, tenant, subject } = principal
    const of = [id, tenant && `tenant ${tenant}`, subject && `subject ${subject}`]
    lines.push(line('principal', [type, of.filter(Boolean).join(', ')].join(' ')))
  }
  if (plan.state !== 'none') lines.push(line('plan', `${plan.id || 'none'} (${plan.state})`))
  for (const [name, { state, value, source, used }] of Object.entries(decision.features)) {
    const usage = used === undefined ? '' : `, ${used} used`
    lines.push(line('feature', `${name}: ${JSON.stringify(value)} by ${source}, ${state}${usage}`))
  }
  for (const [name, { value, reason }] of Object.entries(decision.flags)) {
    lines.push(line('flag', `${name}: ${JSON.stringify(value)} by ${reason}`))
  }
  for (const { name, cost, code: found, remaining, limit } of decision.limits) {
    lines.push(line('limit', `${name}: ${found} at ${cost}, ${remaining} of ${limit} left`))
  }
  lines.push(line('id', decision.id))
  return lines.join('\n')
}

const MARKS = { passed: '✓', failed: '✗', skipped: '·' } as const

/** One line for each step of a gate. */
export function formatSteps(steps: readonly ExplainedStep[]): string {
  return steps
    .map(({ step, verdict, code }) => {
      return `${MARKS[verdict]} ${step}${code === undefined ? '' : `: ${code}`}`
    })
    .join('\n')
}

function line(label: string, text: string): string {
  return `${label.padEnd(LABEL_LENGTH)}${text}`
}
