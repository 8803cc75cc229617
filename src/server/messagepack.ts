// Walks a MessagePack body before it is decoded. The decoder knows extensions that JSON does not have
// (records compiled to functions, regular expressions, errors, cyclic references) and cannot be told
// to refuse them, and it recurses. So this walk, which neither recurses nor allocates, passes only
// what JSON can say: nil, booleans, numbers, strings, arrays, and maps with string keys.
// The format: https://github.com/msgpack/msgpack/blob/master/spec.md

/** Arrays and maps within one another. A context is one or two deep. */
export const MESSAGEPACK_DEPTH_MAX = 64

// Values still to come at each depth. In a map that is two an entry: an odd number left after taking
// one means that the one taken is a key.
const left = new Uint32Array(MESSAGEPACK_DEPTH_MAX + 1)
const isMap = new Uint8Array(MESSAGEPACK_DEPTH_MAX + 1)

const FLOAT_32 = 0xca
const FLOAT_64 = 0xcb

const PROTO = Buffer.from('__proto__')

// What follows a type byte: 0 to 8 bytes of payload, or one of these with, in the low bits, the bytes
// of the length or count that comes first.
const STRING = 16
const ARRAY = 32
const MAP = 48
const REFUSED = -1 // the unused type, byte strings, extensions

/**
 * Whether `bytes` hold exactly one value that JSON could hold too, at most `MESSAGEPACK_DEPTH_MAX`
 * deep, complete, without a `__proto__` key, and without a string that starts with U+FEFF.
 */
export function isPlainMessagePack(bytes: Uint8Array): boolean {
  let offset = 0
  let depth = 0
  left[0] = 1
  isMap[0] = 0
  while (depth >= 0) {
    if (left[depth] === 0) {
      depth--
      continue
    }
    const after = --left[depth]!
    const isKey = isMap[depth] === 1 && (after & 1) === 1
    if (offset >= bytes.length) return false
    const type = bytes[offset++]!
    let shape: number
    let size: number // a string's bytes, an array's values, a map's entries
    if (type < 0x80 || type >= 0xe0) {
      shape = 0
      size = 0
    } else if (type < 0xc0) {
      shape = type < 0x90 ? MAP : type < 0xa0 ? ARRAY : STRING
      size = shape === STRING ? type & 0x1f : type & 0x0f
    } else {
      shape = shapeOf(type)
      if (shape === REFUSED) return false
      const sizeBytes = shape >= STRING ? shape & 0x0f : 0
      size = readSize(bytes, offset, sizeBytes)
      offset += sizeBytes
    }
    if (isKey && (shape < STRING || shape >= ARRAY)) return false
    if (shape < ARRAY) {
      const payloadBytes = shape < STRING ? shape : size
      if (isKey && isProto(bytes, offset, size)) return false
      if (shape >= STRING ? isMarked(bytes, offset, size) : isNotFinite(bytes, offset, type)) {
        return false
      }
      offset += payloadBytes
      if (offset > bytes.length) return false
      continue
    }
    // A value takes a byte at least: a count that the rest cannot hold would only make room for lies.
    const values = shape >= MAP ? size * 2 : size
    if (values > bytes.length - offset || depth === MESSAGEPACK_DEPTH_MAX) return false
    depth++
    left[depth] = values
    isMap[depth] = shape >= MAP ? 1 : 0
  }
  return offset === bytes.length
}

// For the types 0xc0 to 0xdf; the others carry their size in themselves.
function shapeOf(type: number): number {
  switch (type) {
    case 0xc0: // nil
    case 0xc2: // false
    case 0xc3: // true
      return 0
    case 0xcc: // uint 8
    case 0xd0: // int 8
      return 1
    case 0xcd: // uint 16
    case 0xd1: // int 16
      return 2
    case FLOAT_32:
    case 0xce: // uint 32
    case 0xd2: // int 32
      return 4
    case FLOAT_64:
    case 0xcf: // uint 64
    case 0xd3: // int 64
      return 8
    case 0xd9:
      return STRING + 1
    case 0xda:
      return STRING + 2
    case 0xdb:
      return STRING + 4
    case 0xdc:
      return ARRAY + 2
    case 0xdd:
      return ARRAY + 4
    case 0xde:
      return MAP + 2
    case 0xdf:
      return MAP + 4
    default:
      return REFUSED
  }
}

// Past the end it reads zeros; the caller's bounds check then refuses the body.
function readSize(bytes: Uint8Array, offset: number, sizeBytes: number): number {
  let size = 0
  for (let index = 0; index < sizeBytes; index++) size = size * 256 + (bytes[offset + index] ?? 0)
  return size
}

/** Whether a string starts with U+FEFF, which the decoder would drop from those of more than 64 bytes. */
function isMarked(bytes: Uint8Array, offset: number, size: number): boolean {
  if (size < 3 || bytes[offset] !== 0xef) return false
  return bytes[offset + 1] === 0xbb && bytes[offset + 2] === 0xbf
}

/** Whether a number is an infinity or none: all bits of its exponent are set. */
function isNotFinite(bytes: Uint8Array, offset: number, type: number): boolean {
  if (type !== FLOAT_32 && type !== FLOAT_64) return false
  const exponentBits = type === FLOAT_32 ? 0x7f80 : 0x7ff0
  const head = ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)
  return (head & exponentBits) === exponentBits
}

function isProto(bytes: Uint8Array, offset: number, size: number): boolean {
  if (size !== PROTO.length) return false
  for (let index = 0; index < size; index++) {
    if (bytes[offset + index] !== PROTO[index]) return false
  }
  return true
}
