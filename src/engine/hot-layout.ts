// The hot keys of a lane: a Space-Saving sketch (Metwally, Agrawal and El Abbadi, "Efficient computation of frequent
// and top-k elements in data streams", 2005) over a sample of its takes. In the lane's memory, so that any thread can
// put the sketches of all together.
//
//   0        4        8        12       16       20                                       128
//   +--------+--------+--------+--------+--------+------------------------------------------+
//   | print  | limit  | count  | error  | length | the key's first bytes                    |   × 64
//   +--------+--------+--------+--------+--------+------------------------------------------+
//
// Counts are of samples. A key's true count is at most `count` and at least `count - error`. Length 0: not in use.

export const HOT_PRINT = 0
export const HOT_LIMIT = 4
export const HOT_COUNT = 8
export const HOT_ERROR = 12
export const HOT_LENGTH = 16
export const HOT_TEXT = 20
export const HOT_BYTES = 128
export const HOT_TEXT_MAX = HOT_BYTES - HOT_TEXT
export const HOT_COUNT_MAX = 64
export const HOT_KEYS_BYTES = HOT_BYTES * HOT_COUNT_MAX
