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

/** Bytes of one file of ids, tenants or keys. */
export const dataFileBytesMax = 512 * 1024 * 1024

/** Bytes of all files of ids, tenants and keys together. */
export const dataFilesBytesMax = 1024 * 1024 * 1024

/** Files that the sets, tenants and keys of a config are in. */
export const dataFilesMax = 1000

/** Lines of one such file, empty ones counted. */
export const dataLinesMax = 16_777_216

/** Bytes of one line of a file of tenants or keys. */
export const entityBytesMax = 65_536

/** Bytes of one id of a set, in UTF-8. */
export const idBytesMax = 1024

/** Entries of a section, in all files of a folder together. */
export const sectionEntriesMax = {
  features: 1024,
  plans: 256,
  roles: 4096,
  gates: 4096,
  issuers: 64,
} as const

/** Limits and quotas of one gate: it takes from all of them or from none. */
export const gateLimitsMax = 16

/** Bytes of a key's id, a tenant's id and a key's subject, in UTF-8. */
export const keyIdBytesMax = 128
export const tenantIdBytesMax = 128
export const subjectBytesMax = 256

/** Of one key. */
export const keyRolesMax = 64
export const keyPermissionsMax = 256
export const keyNetworksMax = 64

/** Of one tenant. */
export const tenantAddOnsMax = 64
/** Values of features: overrides, and those of its add-ons. */
export const tenantValuesMax = 1024
/** Bytes of one of them as JSON, in UTF-8, that is neither a number nor true, false or null. */
export const tenantValueBytesMax = 512

/** The greatest whole number that a limit, a cost or a quantity may be. */
export const wholeMax = 2_147_483_647

/** Problems reported in one load. */
export const problemsMax = 1000
