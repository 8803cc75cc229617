// V8 keeps the last text that a regular expression matched, for RegExp.lastMatch, until another matches. Of a secret that
// would be a copy which outlives the call.

const ANY = /^/

/** Has the engine's regular expressions remember the empty text. To be called where one may have matched a secret. */
export function forgetMatch(): void {
  ANY.test('')
}
