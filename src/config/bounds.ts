// What a config may be at most. The bounds are far above real configs and far below what would
// make a process stall or fall over: every tree walk after the loader may recurse and may visit
// each value.

/** Bytes of one file, and of all files of a folder together. */
export const fileBytesMax = 64 * 1024 * 1024

/** Files in a folder. */
export const filesMax = 10_000

/** Objects and lists inside each other. A rule takes two levels: the operator and its arguments. */
export const nestingMax = 256

/** Values in one file, with every alias counted as what it stands for. */
export const valuesMax = 5_000_000

/** Values that the aliases of one file may stand for: ten lines of aliases can mean a billion. */
export const aliasValuesMax = 1_000_000

/** Bytes of one set's file. */
export const setFileBytesMax = 256 * 1024 * 1024

/** Bytes of the files of all sets together. */
export const setFilesBytesMax = 1024 * 1024 * 1024

/** Files that the sets of a config are in. */
export const setFilesMax = 1000

/** Lines of one set's file, empty ones counted. */
export const setLinesMax = 16_777_216

/** Bytes of one id of a set, in UTF-8. */
export const idBytesMax = 1024

/** Problems reported in one load. */
export const problemsMax = 1000
