// Sluice as a provider of the OpenFeature server SDK, which the application brings along: it is an optional peer
// dependency, and nothing outside this folder imports it.
export type { SluiceProviderOpenOptions, SluiceProviderOptions } from './options.ts'
export { SluiceProvider } from './provider.ts'
