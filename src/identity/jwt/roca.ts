// Finds RSA keys of the chips that made them guessable (ROCA, CVE-2017-15361). Their primes are k·M + (65537^a mod M),
// with M a product of the first primes: so the modulus is a power of 65537 modulo each of these, which a modulus of
// another make is with a chance of 1 in 2^27. Nemec, Sys, Svenda, Klinec, Matyas: "The Return of Coppersmith's Attack",
// 2017, section 3.3.

const GENERATOR = 65537
const PRIMES = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
  103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
]

const powersByPrime = new Map(PRIMES.map(prime => [BigInt(prime), powersModulo(prime)]))

function powersModulo(prime: number): ReadonlySet<bigint> {
  const powers = new Set<bigint>()
  let power = 1
  while (!powers.has(BigInt(power))) {
    powers.add(BigInt(power))
    power = (power * GENERATOR) % prime
  }
  return powers
}

/** Whether the modulus is of the guessable kind. */
export function isRocaModulus(modulus: bigint): boolean {
  for (const [prime, powers] of powersByPrime) {
    if (!powers.has(modulus % prime)) return false
  }
  return true
}
