// A value is one 64-bit word. A number is its own IEEE 754 bits; everything else hides in the NaN space,
// so that a word can stand on the stack, in a slot or in a constant without a second word for its type.
//
//    63            48 47            32 31                            0
//   +----------------+----------------+-------------------------------+
//   |      tag       |       0        | pointer, or 0/1 of a boolean  |
//   +----------------+----------------+-------------------------------+
//
// Tags count up from the first pattern that no arithmetic produces (a NaN made by the hardware is
// 0x7ff8 or 0xfff8). In a ruleset a pointer is an offset from the ruleset's first byte.

export const TAG_SHIFT = 48
export const TAG_STRING = 0xfff9
export const TAG_ARRAY = 0xfffa
export const TAG_OBJECT = 0xfffb
export const TAG_BOOLEAN = 0xfffc
export const TAG_NULL = 0xfffd
/** An attribute the caller did not give. Never on the stack: reading it yields null. */
export const TAG_MISSING = 0xfffe

// String: UTF-8, 8-byte aligned.
//
//   0        4        8
//   +--------+--------+---------------------- ~
//   | length |   0    | `length` bytes, UTF-8
//   +--------+--------+---------------------- ~
export const STRING_LENGTH = 0
export const STRING_BYTES = 8

// Array: 8-byte aligned.
//
//   0        4        8
//   +--------+--------+--------+--------+---- ~
//   | count  |   0    |   `count` values
//   +--------+--------+--------+--------+---- ~
//
// In a lane the elements' pointers are addresses. In a ruleset they are offsets, and such an array never gets
// on the stack: only IN_CONSTANT and ATTRIBUTE_IN read it.
export const ARRAY_COUNT = 0
export const ARRAY_VALUES = 8

// Object: properties in the order of the caller's object, keys as string values. One that no rule looks into
// is encoded without them: `count` says whether it is empty, `entries` how many follow.
//
//   0        4        8        16       24
//   +--------+--------+--------+--------+---- ~
//   | count  |entries |  key   | value  | …
//   +--------+--------+--------+--------+---- ~
export const OBJECT_COUNT = 0
export const OBJECT_ENTRIES = 4
export const OBJECT_BYTES = 8
export const ENTRY_KEY = 8
export const ENTRY_VALUE = 16
export const ENTRY_BYTES = 16
