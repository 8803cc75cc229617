// The flags of the specification's scenarios as a config of Sluice. They carry their targeting in CEL, which no
// provider of the SDK evaluates: each expression stands here as the rule that means the same.

/** One flag of `test-flags.json`. */
export interface SpecificationFlag {
  readonly variants: Record<string, unknown>
  readonly defaultVariant?: string | null
  readonly disabled?: boolean
  readonly contextEvaluator?: string
  readonly flagMetadata?: Record<string, string | number | boolean> | null
}

const isBallmer = { '===': [{ var: 'email' }, 'ballmer@macrosoft.com'] }

const RULES: Readonly<Record<string, object>> = {
  "email == 'ballmer@macrosoft.com' ? 'zero' : ''": { if: [isBallmer, 'zero', null] },
  "!customer && email == 'ballmer@macrosoft.com' && age > 10 ? 'internal' : ''": {
    if: [
      { and: [{ '!': [{ var: 'customer' }] }, isBallmer, { '>': [{ var: 'age' }, 10] }] },
      'internal',
      null,
    ],
  },
}

// Of evaluation.feature, which is older than the file of flags and is not in it.
const CONTEXT_AWARE = {
  state: 'ENABLED',
  variants: { internal: 'INTERNAL', external: 'EXTERNAL' },
  defaultVariant: 'external',
  targeting: {
    if: [
      {
        and: [
          { '===': [{ var: 'fn' }, 'Sulisław'] },
          { '===': [{ var: 'ln' }, 'Świętopełk'] },
          { '===': [{ var: 'age' }, 29] },
          { '===': [{ var: 'customer' }, false] },
        ],
      },
      'internal',
      'external',
    ],
  },
}

/** @throws Error for an expression that has no rule here. */
export function toConfig(flags: Readonly<Record<string, SpecificationFlag>>): object {
  const converted = Object.entries(flags).map(([key, flag]) => [key, toFlag(key, flag)])
  return { flags: { ...Object.fromEntries(converted), 'context-aware': CONTEXT_AWARE } }
}

function toFlag(key: string, flag: SpecificationFlag): object {
  const { variants, defaultVariant, disabled, contextEvaluator, flagMetadata, ...rest } = flag
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw new Error(`flag ${key} has the property ${unknown}`)
  const targeting = contextEvaluator === undefined ? {} : RULES[contextEvaluator]
  if (targeting === undefined) throw new Error(`flag ${key} has another rule: ${contextEvaluator}`)
  return {
    state: disabled === true ? 'DISABLED' : 'ENABLED',
    variants,
    defaultVariant: defaultVariant ?? null,
    targeting,
    metadata: flagMetadata ?? {},
  }
}
