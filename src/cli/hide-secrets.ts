// Who puts an API key where a name belongs must not find it again in an error, which ends up in logs.
import { looksSecret } from '../config/key-hash.ts'
import type { Io } from './io.ts'

const HIDDEN = '(not shown: it looks like a secret)'

/** The same streams, whose diagnostics do not repeat arguments that look like secrets. */
export function hideSecrets(args: readonly string[], io: Io): Io {
  const secrets = args.flatMap(partsOf).filter(looksSecret)
  if (secrets.length === 0) return io
  const hide = (text: string, secret: string) => text.replaceAll(secret, HIDDEN)
  return { ...io, err: text => io.err(secrets.reduce(hide, text)) }
}

/** Of `--option=text`, `@file` and a path, messages may show the last part alone. */
function partsOf(argument: string): string[] {
  const whole = argument.trim()
  return [whole, whole.split(/[=@/]/).at(-1)!]
}
