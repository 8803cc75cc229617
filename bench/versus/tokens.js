/**
 * JWTs verified by libraries: signature, algorithm, issuer, audience and times. jose has no cache of verified tokens;
 * fast-jwt has one, and finds a token in it by its hash, or, as its documentation offers, by the token itself.
 */

import { createVerifier } from 'fast-jwt'
import { importJWK, jwtVerify } from 'jose'

/**
 * @typedef {object} Issuer
 * @property {string} issuer
 * @property {string} audience
 * @property {import('jose').JWK} jwk
 * @property {string} pem
 */

/**
 * @typedef {object} TokenSystem
 * @property {string} name
 * @property {boolean} isAsync
 * @property {(token: string) => any} verify the subject of the token; throws if it is refused
 */

/** @param {Issuer} about @returns {Promise<TokenSystem>} */
export async function openJose({ issuer, audience, jwk }) {
  const key = await importJWK(jwk, 'ES256')
  const options = { issuer, audience, algorithms: ['ES256'] }
  return {
    name: 'jose',
    isAsync: true,
    verify: async token => (await jwtVerify(token, key, options)).payload.sub,
  }
}

/**
 * Synchronous, which with a fixed key it can be, and faster than its promises.
 * @param {Issuer} about
 * @param {string} name
 * @param {{ cache?: boolean | number, cacheKeyBuilder?: (token: string) => string }} cache
 * @returns {TokenSystem}
 */
export function openFastJwt({ issuer, audience, pem }, name, cache) {
  const verify = createVerifier({
    key: pem,
    algorithms: ['ES256'],
    allowedIss: issuer,
    allowedAud: audience,
    ...cache,
  })
  return { name, isAsync: false, verify: token => verify(token).sub }
}
